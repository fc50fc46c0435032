"""The window: Qt, one widget, one module."""

from zi_desktop.ui.qt_loading import load_qt

load_qt()
