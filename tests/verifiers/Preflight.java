import java.io.File;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/** One line: every breach of PDF/A-1b that Preflight finds, as code and words; empty for none. */
public final class Preflight {
    public static void main(String[] arguments) throws Exception {
        PreflightParser parser = new PreflightParser(new File(arguments[0]));
        parser.parse();
        try (PreflightDocument document = parser.getPreflightDocument()) {
            document.validate();
            for (ValidationResult.ValidationError error : document.getResult().getErrorsList()) {
                System.out.println(error.getErrorCode() + " " + error.getDetails().replace('\n', ' '));
            }
        }
    }
}
