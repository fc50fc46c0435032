<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="id_ID">
<context>
    <name>Answers</name>
    <message>
        <location filename="../../zi_desktop/ui/answers.py" line="32"/>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/answers.py" line="37"/>
        <source>Saya</source>
        <translation>Mine</translation>
    </message>
</context>
<context>
    <name>AreaRadar</name>
    <message>
        <location filename="../../zi_desktop/ui/area_radar.py" line="25"/>
        <source>Radar area perubahan</source>
        <translation>Radar of the areas of change</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/area_radar.py" line="46"/>
        <source>syarat {predikat}</source>
        <translation>{predikat} minimum</translation>
    </message>
</context>
<context>
    <name>AreaTable</name>
    <message>
        <location filename="../../zi_desktop/ui/area_table.py" line="48"/>
        <source>, paling tinggi {best}</source>
        <translation>, at most {best}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/area_table.py" line="59"/>
        <source>Pemenuhan</source>
        <translation>Pemenuhan</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/area_table.py" line="59"/>
        <source>Reform</source>
        <translation>Reform</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/area_table.py" line="59"/>
        <source>Nilai</source>
        <translation>Score</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/area_table.py" line="60"/>
        <source>Area</source>
        <translation>Areas</translation>
    </message>
</context>
<context>
    <name>CardSheet</name>
    <message>
        <location filename="../../zi_desktop/ui/card_sheet.py" line="72"/>
        <location filename="../../zi_desktop/ui/card_sheet.py" line="90"/>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/card_sheet.py" line="91"/>
        <source>Bukti</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/card_sheet.py" line="92"/>
        <source>Temuan</source>
        <translation>Finding</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/card_sheet.py" line="182"/>
        <source>{have} dari {most} poin</source>
        <translation>{have} of {most} points</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/card_sheet.py" line="266"/>
        <source>Catatan tahun lalu dibawa.</source>
        <translation>Last year's note was brought along.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/card_sheet.py" line="266"/>
        <source>Bukti tahun lalu dibawa.</source>
        <translation>Last year's evidence was brought along.</translation>
    </message>
</context>
<context>
    <name>CellBox</name>
    <message>
        <location filename="../../zi_desktop/ui/cell_box.py" line="37"/>
        <source>Abaikan baris ini</source>
        <translation>Leave this row out</translation>
    </message>
</context>
<context>
    <name>ChangesBox</name>
    <message>
        <location filename="../../zi_desktop/ui/changes_box.py" line="35"/>
        <source>Perubahan</source>
        <translation>Changes</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_box.py" line="62"/>
        <source>{n} menimpa isi yang ada</source>
        <translation>{n} replace what is there</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_box.py" line="66"/>
        <source>Tidak ada yang berubah: {n} isian sama dengan yang tersimpan.</source>
        <translation>Nothing would change: {n} entries are as they are stored.</translation>
    </message>
</context>
<context>
    <name>ChangesModel</name>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="87"/>
        <source>Soal</source>
        <translation>Question</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="88"/>
        <source>Jenis</source>
        <translation>Kind</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="89"/>
        <source>Sekarang</source>
        <translation>Now</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="90"/>
        <source>Menjadi</source>
        <translation>Becomes</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="91"/>
        <source>Di berkas</source>
        <translation>In the file</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="151"/>
        <source>{n} jawaban</source>
        <translation>{n} answers</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="152"/>
        <source>{n} catatan</source>
        <translation>{n} notes</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="153"/>
        <source>{n} bukti</source>
        <translation>{n} pieces of evidence</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="154"/>
        <source>{n} temuan</source>
        <translation>{n} findings</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="155"/>
        <source>{n} tim</source>
        <translation>{n} team</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="156"/>
        <source>{n} tanda ditinjau</source>
        <translation>{n} reviewed marks</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="157"/>
        <source>{n} alasan</source>
        <translation>{n} reasons</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="158"/>
        <source>{n} tindak lanjut</source>
        <translation>{n} follow-ups</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="159"/>
        <source>{n} isian surat</source>
        <translation>{n} letter fields</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="164"/>
        <source>jawaban</source>
        <translation>answer</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="165"/>
        <source>catatan</source>
        <translation>note</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="166"/>
        <source>bukti</source>
        <translation>evidence</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="167"/>
        <source>temuan</source>
        <translation>finding</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="168"/>
        <source>tim</source>
        <translation>team</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="169"/>
        <source>ditinjau</source>
        <translation>reviewed</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="170"/>
        <source>alasan</source>
        <translation>reason</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="171"/>
        <source>tindak lanjut</source>
        <translation>follow-up</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/changes_model.py" line="172"/>
        <source>surat</source>
        <translation>letter</translation>
    </message>
</context>
<context>
    <name>CommandBox</name>
    <message>
        <location filename="../../zi_desktop/ui/command_box.py" line="139"/>
        <source>Cari soal atau perintah</source>
        <translation>Find a question or command</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/command_box.py" line="152"/>
        <source>Tidak ada soal atau perintah dengan kata itu.</source>
        <translation>No question or command has these words.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="69"/>
        <source>Jawab {label}, lanjut</source>
        <translation>Answer {label}, go on</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="94"/>
        <source>Soal berikutnya</source>
        <translation>Next question</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="95"/>
        <source>Soal sebelumnya</source>
        <translation>Previous question</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="96"/>
        <source>Soal berikutnya yang belum dijawab</source>
        <translation>Next unanswered question</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="97"/>
        <source>Soal berikutnya yang beda dari unit</source>
        <translation>Next question that differs from the unit</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="98"/>
        <source>Soal berikutnya tanpa bukti</source>
        <translation>Next question without evidence</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="99"/>
        <source>Soal berikutnya yang perlu diperiksa</source>
        <translation>Next question to look at</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="102"/>
        <source>Soal sebelumnya yang perlu diperiksa</source>
        <translation>Previous question to look at</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="106"/>
        <source>Pergi ke kode soal…</source>
        <translation>Go to a question's code…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="107"/>
        <source>Keluar dari isian; kembali ke daftar</source>
        <translation>Leave the field; back to the list</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="117"/>
        <source>Tulis catatan</source>
        <translation>Write a note</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="119"/>
        <source>Tambah bukti</source>
        <translation>Add evidence</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="121"/>
        <source>Tambah temuan</source>
        <translation>Add a finding</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="122"/>
        <source>Tandai sudah ditinjau tahun ini</source>
        <translation>Mark as reviewed this year</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="141"/>
        <source>Bandingkan…</source>
        <translation>Compare…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="142"/>
        <source>Ekspor PDF dan XLSX…</source>
        <translation>Export PDF and XLSX…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="143"/>
        <source>Tim penilai…</source>
        <translation>Evaluation team…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="144"/>
        <source>Periksa berkas bukti</source>
        <translation>Check evidence files</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="145"/>
        <source>Kop dan surat…</source>
        <translation>Letterhead and letter…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="146"/>
        <source>Ambang batas…</source>
        <translation>Thresholds…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="147"/>
        <source>Yang perlu diperiksa</source>
        <translation>What to look at</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="148"/>
        <source>Register temuan</source>
        <translation>Register of findings</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="149"/>
        <source>Buka kembali penilaian…</source>
        <translation>Reopen the evaluation…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="159"/>
        <source>Penilaian baru</source>
        <translation>New evaluation</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="160"/>
        <source>Impor lembar kerja…</source>
        <translation>Import a worksheet…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="163"/>
        <source>Impor folder…</source>
        <translation>Import a folder…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="168"/>
        <source>Periksa tanda tangan…</source>
        <translation>Check signatures…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="171"/>
        <source>Ekspor beberapa penilaian…</source>
        <translation>Export several evaluations…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="188"/>
        <source>Riwayat unit</source>
        <translation>Unit's story</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="189"/>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="190"/>
        <source>Ulangi</source>
        <translation>Redo</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="191"/>
        <source>Cari</source>
        <translation>Search</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="192"/>
        <source>Cari soal atau perintah…</source>
        <translation>Find a question or command…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="195"/>
        <source>Teks lebih besar</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="204"/>
        <source>Teks lebih kecil</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="212"/>
        <source>Ukuran teks semula</source>
        <translation>Original text size</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="218"/>
        <source>Sertifikat tepercaya…</source>
        <translation>Trusted certificates…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="219"/>
        <source>Penyimpanan…</source>
        <translation>Storage…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/commands.py" line="220"/>
        <source>Semua tombol</source>
        <translation>All keys</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <location filename="../../zi_desktop/ui/compare_words.py" line="22"/>
        <source>naik</source>
        <translation>up</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_words.py" line="23"/>
        <source>turun</source>
        <translation>down</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_words.py" line="24"/>
        <source>jawaban beda</source>
        <translation>other answer</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_words.py" line="25"/>
        <source>tulisan beda</source>
        <translation>other words</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_words.py" line="26"/>
        <source>sama</source>
        <translation>the same</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_words.py" line="33"/>
        <source>catatan</source>
        <translation>note</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_words.py" line="36"/>
        <source>bukti</source>
        <translation>evidence</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_words.py" line="38"/>
        <source>temuan</source>
        <translation>finding</translation>
    </message>
</context>
<context>
    <name>CompareDetail</name>
    <message>
        <location filename="../../zi_desktop/ui/compare_detail.py" line="28"/>
        <source>Rincian soal</source>
        <translation>The question in detail</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_detail.py" line="38"/>
        <source>Buka soal ini  (Enter)</source>
        <translation>Open this question  (Enter)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_detail.py" line="74"/>
        <source>tidak dapat dibandingkan angkanya</source>
        <translation>the points do not compare</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_detail.py" line="91"/>
        <source>{points} poin</source>
        <translation>{points} points</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_detail.py" line="93"/>
        <source>poin tidak diketahui</source>
        <translation>points not known</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_detail.py" line="95"/>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_detail.py" line="96"/>
        <source>Bukti</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_detail.py" line="98"/>
        <source>Temuan</source>
        <translation>Findings</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_detail.py" line="118"/>
        <source>hanya di sini</source>
        <translation>only here</translation>
    </message>
</context>
<context>
    <name>CompareFigures</name>
    <message>
        <location filename="../../zi_desktop/ui/compare_figures.py" line="24"/>
        <source>Selisih per bagian dan syarat</source>
        <translation>Differences by section and minimum</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_figures.py" line="41"/>
        <source>Bagian atau syarat</source>
        <translation>Section or minimum</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_figures.py" line="41"/>
        <source>Selisih</source>
        <translation>Difference</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_figures.py" line="65"/>
        <source>Nilai total</source>
        <translation>Total score</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_figures.py" line="73"/>
        <source>memenuhi</source>
        <translation>met</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_figures.py" line="73"/>
        <source>belum</source>
        <translation>not met</translation>
    </message>
</context>
<context>
    <name>CompareModel</name>
    <message>
        <location filename="../../zi_desktop/ui/compare_model.py" line="79"/>
        <source>Beda</source>
        <translation>Change</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_model.py" line="80"/>
        <source>Kode</source>
        <translation>Code</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_model.py" line="81"/>
        <source>Soal</source>
        <translation>Question</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_model.py" line="84"/>
        <source>Selisih</source>
        <translation>Difference</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_model.py" line="85"/>
        <source>Tulisan</source>
        <translation>Words</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <location filename="../../zi_desktop/ui/compare_page.py" line="61"/>
        <source>Tidak ada soal yang cocok. Pilih Semua, atau kosongkan pencarian.</source>
        <translation>No question fits. Choose All, or clear the search.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_page.py" line="71"/>
        <source>Perbedaan per soal</source>
        <translation>Differences by question</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_page.py" line="94"/>
        <source>Cari soal atau catatan  ( / )</source>
        <translation>Search questions or notes  ( / )</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_page.py" line="95"/>
        <source>Cari dalam perbandingan</source>
        <translation>Search the comparison</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_page.py" line="104"/>
        <source>Pilih penilaian pertama</source>
        <translation>Choose the first evaluation</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_page.py" line="105"/>
        <source>Pilih penilaian kedua</source>
        <translation>Choose the second evaluation</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_page.py" line="106"/>
        <source>Kembali  (Esc)</source>
        <translation>Back  (Esc)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_page.py" line="108"/>
        <source>Bandingkan</source>
        <translation>Compare</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_page.py" line="139"/>
        <source>Soal</source>
        <translation>Question</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_page.py" line="140"/>
        <source>Bagian dan syarat</source>
        <translation>Sections and minimums</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_page.py" line="149"/>
        <source>Nilai total</source>
        <translation>Total score</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_page.py" line="155"/>
        <source>Berbeda {n}</source>
        <translation>Different {n}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_page.py" line="156"/>
        <source>Naik {n}</source>
        <translation>Up {n}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_page.py" line="157"/>
        <source>Turun {n}</source>
        <translation>Down {n}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_page.py" line="158"/>
        <source>Catatan, bukti, temuan {n}</source>
        <translation>Notes, evidence, findings {n}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_page.py" line="159"/>
        <source>Semua {n}</source>
        <translation>All {n}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_page.py" line="179"/>
        <source>Dua edisi LKE: poin dibandingkan hanya pada soal yang jawabannya berarti sama; jumlahnya tidak sama dengan selisih nilai total.</source>
        <translation>Two editions of the form: points compare only where an answer means the same; they do not add up to the difference of the totals.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/compare_page.py" line="183"/>
        <source>{n} soal lama yang terisi tidak ada lagi.</source>
        <translation>{n} older questions that were answered are no longer there.</translation>
    </message>
</context>
<context>
    <name>DecisionBox</name>
    <message>
        <location filename="../../zi_desktop/ui/decision.py" line="26"/>
        <source>Penuh: dihitung 1</source>
        <translation>Full: counts 1</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/decision.py" line="27"/>
        <source>Nol: dihitung 0</source>
        <translation>Zero: counts 0</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/decision.py" line="37"/>
        <source>Penyebutnya nol. Peraturan tidak mengaturnya: Anda yang memutuskan, dan keputusannya dicatat.</source>
        <translation>The denominator is zero. The regulation does not cover this: you decide, and the decision is recorded.</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <location filename="../../zi_desktop/ui/dialog.py" line="30"/>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>EvidenceBox</name>
    <message>
        <location filename="../../zi_desktop/ui/evidence_box.py" line="86"/>
        <source>Nama, tautan, atau tempel berkas</source>
        <translation>Name, link, or paste files</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_box.py" line="87"/>
        <source>Bukti baru: nama dokumen, tautan, atau berkas yang ditempel</source>
        <translation>New evidence: document name, link, or pasted files</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_box.py" line="90"/>
        <source>Tambah</source>
        <translation>Add</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_box.py" line="91"/>
        <source>Tambah berkas…</source>
        <translation>Add files…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_box.py" line="170"/>
        <source>Bukti dihapus: {name}</source>
        <translation>Evidence removed: {name}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_box.py" line="189"/>
        <source>Tambah berkas bukti</source>
        <translation>Add evidence files</translation>
    </message>
</context>
<context>
    <name>EvidenceCheck</name>
    <message>
        <location filename="../../zi_desktop/ui/evidence_check.py" line="59"/>
        <source>Memeriksa berkas bukti · {percent} %</source>
        <translation>Checking evidence files · {percent} %</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_check.py" line="60"/>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_check.py" line="80"/>
        <source>Semua berkas bukti utuh ({n} diperiksa).</source>
        <translation>All evidence files are sound ({n} checked).</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_check.py" line="84"/>
        <source>{first}; dan {n} lagi.</source>
        <translation>{first}; and {n} more.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_check.py" line="88"/>
        <source>Buka soal</source>
        <translation>Open question</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_check.py" line="97"/>
        <source>Pemeriksaan bukti dibatalkan.</source>
        <translation>The check of the evidence was cancelled.</translation>
    </message>
</context>
<context>
    <name>EvidenceDrops</name>
    <message>
        <location filename="../../zi_desktop/ui/evidence_drop.py" line="70"/>
        <source>Lepaskan untuk menambah bukti pada {code}</source>
        <translation>Drop to add evidence to {code}</translation>
    </message>
</context>
<context>
    <name>EvidenceIntake</name>
    <message>
        <location filename="../../zi_desktop/ui/evidence_intake.py" line="61"/>
        <source>Tempelan {when}.png</source>
        <translation>Pasted {when}.png</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_intake.py" line="92"/>
        <source>Menambahkan {name} · {percent} %</source>
        <translation>Adding {name} · {percent} %</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_intake.py" line="97"/>
        <source>Menambahkan berkas …</source>
        <translation>Adding files …</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_intake.py" line="121"/>
        <source>Dibatalkan; tidak ada berkas yang ditambahkan.</source>
        <translation>Cancelled; no file was added.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_intake.py" line="135"/>
        <source>{n} berkas ditambahkan sebagai bukti.</source>
        <translation>Files added as evidence: {n}.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_intake.py" line="138"/>
        <source>Sudah ada pada soal ini: {names}.</source>
        <translation>On this question already: {names}.</translation>
    </message>
</context>
<context>
    <name>EvidencePane</name>
    <message>
        <location filename="../../zi_desktop/ui/evidence_pane.py" line="45"/>
        <source>Halaman sebelumnya (Page Up)</source>
        <translation>Previous page (Page Up)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_pane.py" line="46"/>
        <source>Halaman berikutnya (Page Down)</source>
        <translation>Next page (Page Down)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_pane.py" line="48"/>
        <source>Perkecil (−)</source>
        <translation>Smaller (−)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_pane.py" line="49"/>
        <source>Perbesar (+)</source>
        <translation>Larger (+)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_pane.py" line="112"/>
        <source>Bukti ini hanya nama atau tautan; berkasnya tidak dilampirkan.</source>
        <translation>This evidence is only a name or link; its file is not attached.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_pane.py" line="115"/>
        <source>Jenis berkas ini tidak ditampilkan di sini. Buka di aplikasi lain, atau simpan.</source>
        <translation>This kind of file is not shown here. Open it in another program, or save it.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_pane.py" line="143"/>
        <source>Halaman {n} dari {of}</source>
        <translation>Page {n} of {of}</translation>
    </message>
</context>
<context>
    <name>EvidencePreview</name>
    <message>
        <location filename="../../zi_desktop/ui/evidence_preview.py" line="51"/>
        <source>Bukti sebelumnya (panah kiri)</source>
        <translation>Previous evidence (left arrow)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_preview.py" line="52"/>
        <source>Bukti berikutnya (panah kanan)</source>
        <translation>Next evidence (right arrow)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_preview.py" line="53"/>
        <source>Tutup (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_preview.py" line="54"/>
        <source>Buka di aplikasi lain</source>
        <translation>Open in another program</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_preview.py" line="55"/>
        <source>Simpan sebagai…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_preview.py" line="56"/>
        <source>Buka tautan</source>
        <translation>Open link</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_preview.py" line="57"/>
        <source>Lampirkan berkasnya</source>
        <translation>Attach the file</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_preview.py" line="126"/>
        <source>Bukti {n} dari {of}: {name}</source>
        <translation>Evidence {n} of {of}: {name}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_preview.py" line="144"/>
        <source>Tersimpan: {path}</source>
        <translation>Saved: {path}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_preview.py" line="147"/>
        <source>Simpan bukti sebagai</source>
        <translation>Save evidence as</translation>
    </message>
</context>
<context>
    <name>EvidenceRow</name>
    <message>
        <location filename="../../zi_desktop/ui/evidence_row.py" line="41"/>
        <source>Bukti: {what}</source>
        <translation>Evidence: {what}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_row.py" line="42"/>
        <source>Enter melihat, Delete menghapus, panah berpindah</source>
        <translation>Enter shows it, Delete removes it, arrows move</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_row.py" line="44"/>
        <source>Hapus bukti {name}</source>
        <translation>Remove evidence {name}</translation>
    </message>
</context>
<context>
    <name>EvidenceWords</name>
    <message>
        <location filename="../../zi_desktop/ui/evidence_words.py" line="32"/>
        <source>tautan</source>
        <translation>link</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_words.py" line="34"/>
        <source>nama dokumen</source>
        <translation>document name</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_words.py" line="36"/>
        <source>berkas</source>
        <translation>file</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_words.py" line="63"/>
        <source>LS</source>
        <translation>S</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_words.py" line="65"/>
        <source>LU</source>
        <translation>N</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_words.py" line="68"/>
        <source>BB</source>
        <translation>W</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_words.py" line="70"/>
        <source>BT</source>
        <translation>E</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_words.py" line="83"/>
        <source>difoto {when}</source>
        <translation>taken {when}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <location filename="../../zi_desktop/ui/export_dialog.py" line="31"/>
        <source>Ekspor</source>
        <translation>Export</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_dialog.py" line="31"/>
        <source>Ekspor dan periksa</source>
        <translation>Export and check</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_dialog.py" line="44"/>
        <source>Pilih…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_dialog.py" line="45"/>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_dialog.py" line="46"/>
        <location filename="../../zi_desktop/ui/export_dialog.py" line="184"/>
        <source>Folder tujuan</source>
        <translation>Target folder</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_dialog.py" line="50"/>
        <source>Tanda tangan</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_dialog.py" line="52"/>
        <source>Ketua Tim</source>
        <translation>Team leader</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_dialog.py" line="52"/>
        <source>Anggota Tim</source>
        <translation>Team member</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_dialog.py" line="75"/>
        <source>Kemajuan ekspor</source>
        <translation>Progress of the export</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_dialog.py" line="78"/>
        <source>Batalkan ekspor</source>
        <translation>Cancel the export</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_dialog.py" line="86"/>
        <source>Buka folder</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_dialog.py" line="137"/>
        <source>kira-kira {seconds} detik lagi</source>
        <translation>about {seconds} seconds left</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_dialog.py" line="150"/>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_dialog.py" line="168"/>
        <source>Ekspor dibatalkan; tidak ada berkas yang ditulis.</source>
        <translation>Export cancelled; no file was written.</translation>
    </message>
</context>
<context>
    <name>ExportManyDialog</name>
    <message>
        <location filename="../../zi_desktop/ui/export_many_dialog.py" line="49"/>
        <source>Ekspor {n} penilaian</source>
        <translation>Export {n} evaluations</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_dialog.py" line="50"/>
        <source>Ekspor dan periksa</source>
        <translation>Export and check</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_dialog.py" line="56"/>
        <location filename="../../zi_desktop/ui/export_many_dialog.py" line="159"/>
        <source>Folder tujuan</source>
        <translation>Target folder</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_dialog.py" line="57"/>
        <source>Pilih…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_dialog.py" line="59"/>
        <source>Ketua Tim</source>
        <translation>Team leader</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_dialog.py" line="59"/>
        <source>Anggota Tim</source>
        <translation>Team member</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_dialog.py" line="62"/>
        <source>Bila ditandatangani: yang masih punya galat menjadi draf, yang peringatannya belum beralasan ditolak, yang lain dikunci. Yang gagal tidak menghentikan yang lain.</source>
        <translation>When signed: those that still have errors become drafts, those with unexplained warnings are refused, the others are locked. One that fails stops no other.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_dialog.py" line="69"/>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_dialog.py" line="72"/>
        <source>Tanda tangan untuk semuanya</source>
        <translation>Signatures for all of them</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_dialog.py" line="77"/>
        <source>Penilaian yang diekspor</source>
        <translation>Evaluations to export</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_dialog.py" line="80"/>
        <source>Buka folder</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_dialog.py" line="138"/>
        <source>Mengekspor</source>
        <translation>Exporting</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_dialog.py" line="154"/>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ExportManyModel</name>
    <message>
        <location filename="../../zi_desktop/ui/export_many_model.py" line="66"/>
        <source>Unit kerja</source>
        <translation>Work unit</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_model.py" line="67"/>
        <source>Tahun</source>
        <translation>Year</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_model.py" line="68"/>
        <source>Tahap</source>
        <translation>Stage</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_model.py" line="69"/>
        <source>Hasil</source>
        <translation>Result</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_model.py" line="94"/>
        <source>tidak dikerjakan</source>
        <translation>not done</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_model.py" line="94"/>
        <source>menunggu</source>
        <translation>waiting</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_model.py" line="98"/>
        <source>Ditolak</source>
        <translation>Refused</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_model.py" line="98"/>
        <source>Gagal</source>
        <translation>Failed</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_model.py" line="103"/>
        <source>Selesai: {files} berkas, {values} nilai dibaca ulang</source>
        <translation>Done: {files} files, {values} values read back</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_model.py" line="108"/>
        <source>dikunci (versi {n})</source>
        <translation>locked (version {n})</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_model.py" line="110"/>
        <source>draf, tidak dikunci: masih ada galat</source>
        <translation>draft, not locked: errors remain</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_model.py" line="117"/>
        <source>{n} tidak dikerjakan</source>
        <translation>{n} not done</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_model.py" line="117"/>
        <source>{n} menunggu</source>
        <translation>{n} waiting</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_model.py" line="119"/>
        <source>{n} selesai</source>
        <translation>{n} done</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_model.py" line="120"/>
        <source>{n} ditolak</source>
        <translation>{n} refused</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_model.py" line="121"/>
        <source>{n} gagal</source>
        <translation>{n} failed</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/export_many_model.py" line="125"/>
        <source>{n} penilaian</source>
        <translation>{n} evaluations</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <location filename="../../zi_desktop/ui/signers_box.py" line="68"/>
        <source>Kata sandi</source>
        <translation>Passphrase</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <location filename="../../zi_desktop/ui/finder.py" line="32"/>
        <source>Cari soal atau perintah</source>
        <translation>Find a question or command</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/finder.py" line="35"/>
        <source>Kode soal, misalnya A.II.5 atau aii5</source>
        <translation>A question's code, such as A.II.5 or aii5</translation>
    </message>
</context>
<context>
    <name>FindingsBox</name>
    <message>
        <location filename="../../zi_desktop/ui/findings_box.py" line="31"/>
        <source>Tambah temuan</source>
        <translation>Add a finding</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/findings_box.py" line="32"/>
        <location filename="../../zi_desktop/ui/findings_box.py" line="41"/>
        <source>Catatan hasil evaluasi</source>
        <translation>Finding of the evaluation</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/findings_box.py" line="33"/>
        <location filename="../../zi_desktop/ui/findings_box.py" line="42"/>
        <source>Rekomendasi</source>
        <translation>Recommendation</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/findings_box.py" line="43"/>
        <source>Simpan temuan</source>
        <translation>Save finding</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/findings_box.py" line="44"/>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/findings_box.py" line="52"/>
        <source>Frasa (Ctrl+Space)</source>
        <translation>Phrases (Ctrl+Space)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/findings_box.py" line="100"/>
        <source>Rekomendasi: {text}</source>
        <translation>Recommendation: {text}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/findings_box.py" line="102"/>
        <source>Ubah temuan</source>
        <translation>Change finding</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/findings_box.py" line="103"/>
        <source>Hapus temuan</source>
        <translation>Remove finding</translation>
    </message>
</context>
<context>
    <name>FolderModel</name>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="99"/>
        <source>Berkas</source>
        <translation>File</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="100"/>
        <source>Unit kerja</source>
        <translation>Work unit</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="101"/>
        <source>Tahun</source>
        <translation>Year</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="102"/>
        <source>Tahap</source>
        <translation>Stage</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="103"/>
        <source>Dijawab</source>
        <translation>Answered</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="104"/>
        <source>Nilai</source>
        <translation>Score</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="105"/>
        <source>Di berkas</source>
        <translation>In the file</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="106"/>
        <source>Berubah</source>
        <translation>Changes</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="107"/>
        <source>Ragu</source>
        <translation>Doubtful</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="108"/>
        <source>Periksa</source>
        <translation>Check</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="109"/>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="161"/>
        <source>siap diimpor: teks resmi saja</source>
        <translation>ready: official wording only</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="164"/>
        <source>sudah sama</source>
        <translation>the same already</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="163"/>
        <source>menunggu</source>
        <translation>waiting</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="161"/>
        <source>siap diimpor</source>
        <translation>ready</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="165"/>
        <source>diimpor</source>
        <translation>imported</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="168"/>
        <source>{state} (dengan pemetaan Anda)</source>
        <translation>{state} (with your mapping)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="174"/>
        <source>{n} siap</source>
        <translation>{n} ready</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="175"/>
        <source>{n} sudah sama</source>
        <translation>{n} the same</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="176"/>
        <source>{n} diimpor</source>
        <translation>{n} imported</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="177"/>
        <source>{n} gagal</source>
        <translation>{n} failed</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="178"/>
        <source>{n} menunggu</source>
        <translation>{n} waiting</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_model.py" line="181"/>
        <source>{n} berkas</source>
        <translation>{n} files</translation>
    </message>
</context>
<context>
    <name>FolderPage</name>
    <message>
        <location filename="../../zi_desktop/ui/folder_page.py" line="59"/>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_page.py" line="68"/>
        <location filename="../../zi_desktop/ui/folder_page.py" line="73"/>
        <source>menurut berkas</source>
        <translation>as the file says</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_page.py" line="82"/>
        <source>Tahun</source>
        <translation>Year</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_page.py" line="82"/>
        <source>Tahap</source>
        <translation>Stage</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_page.py" line="90"/>
        <source>Tidak ada lembar kerja di folder ini ({kinds}).</source>
        <translation>There is no worksheet in this folder ({kinds}).</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_page.py" line="113"/>
        <source>Impor folder {name}</source>
        <translation>Import folder {name}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_page.py" line="119"/>
        <source>Mencari lembar kerja…</source>
        <translation>Looking for worksheets…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_page.py" line="213"/>
        <source>Impor {n} berkas</source>
        <translation>Import {n} files</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_page.py" line="219"/>
        <source>Memeriksa</source>
        <translation>Looking at</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/folder_page.py" line="219"/>
        <source>Mengimpor</source>
        <translation>Importing</translation>
    </message>
</context>
<context>
    <name>FolderTable</name>
    <message>
        <location filename="../../zi_desktop/ui/folder_table.py" line="31"/>
        <source>Berkas di folder</source>
        <translation>Files in the folder</translation>
    </message>
</context>
<context>
    <name>FollowUpEditor</name>
    <message>
        <location filename="../../zi_desktop/ui/findings_follow_up.py" line="28"/>
        <source>Belum</source>
        <translation>Open</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/findings_follow_up.py" line="29"/>
        <source>Sedang</source>
        <translation>In progress</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/findings_follow_up.py" line="30"/>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/findings_follow_up.py" line="39"/>
        <source>Catatan tindak lanjut</source>
        <translation>Note on the follow-up</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/findings_follow_up.py" line="40"/>
        <source>Bukti tindak lanjut</source>
        <translation>Evidence of the follow-up</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/findings_follow_up.py" line="61"/>
        <source>Tindak lanjut</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/findings_follow_up.py" line="61"/>
        <source>Tindak lanjut belum dinilai</source>
        <translation>Follow-up not judged yet</translation>
    </message>
</context>
<context>
    <name>GateCell</name>
    <message>
        <location filename="../../zi_desktop/ui/gate_table.py" line="48"/>
        <source>paling sedikit {need}</source>
        <translation>at least {need}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/gate_table.py" line="73"/>
        <source>memenuhi</source>
        <translation>met</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/gate_table.py" line="73"/>
        <source>kurang {points}</source>
        <translation>{points} short</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/gate_table.py" line="75"/>
        <source>pasti, apa pun jawaban soal yang terbuka</source>
        <translation>certain, whatever the open answers are</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/gate_table.py" line="77"/>
        <source>masih terbuka: soal yang belum dijawab menentukan</source>
        <translation>still open: the unanswered questions decide</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/gate_table.py" line="79"/>
        <source>tidak terkejar oleh soal yang terbuka</source>
        <translation>out of reach of the open questions</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/gate_table.py" line="81"/>
        <source>ambang belum terverifikasi</source>
        <translation>minimum not verified</translation>
    </message>
</context>
<context>
    <name>GateTable</name>
    <message>
        <location filename="../../zi_desktop/ui/gate_table.py" line="137"/>
        <source>Syarat</source>
        <translation>Gate</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/gate_table.py" line="138"/>
        <source>Nilai</source>
        <translation>Score</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/gate_table.py" line="146"/>
        <source>(belum terverifikasi)</source>
        <translation>(not verified)</translation>
    </message>
</context>
<context>
    <name>IdentityDialog</name>
    <message>
        <location filename="../../zi_desktop/ui/identity_dialog.py" line="24"/>
        <source>Identitas lokal</source>
        <translation>Local identity</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/identity_dialog.py" line="24"/>
        <source>Buat dan simpan…</source>
        <translation>Make and save…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/identity_dialog.py" line="33"/>
        <source>Identitas ini membuktikan bahwa berkas tidak diubah, tetapi tidak membuktikan nama Anda. Untuk itu pakai sertifikat dari lembaga sertifikasi.</source>
        <translation>This identity proves that a file was not changed, but not your name. For that, use a certificate of a certification authority.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/identity_dialog.py" line="42"/>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/identity_dialog.py" line="43"/>
        <source>Instansi</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/identity_dialog.py" line="44"/>
        <source>Kata sandi</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/identity_dialog.py" line="45"/>
        <source>Sekali lagi</source>
        <translation>Once more</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/identity_dialog.py" line="56"/>
        <source>Simpan identitas</source>
        <translation>Save identity</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/identity_dialog.py" line="56"/>
        <source>Identitas (*.p12)</source>
        <translation>Identities (*.p12)</translation>
    </message>
</context>
<context>
    <name>ImportFacts</name>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="43"/>
        <source>Bentuk</source>
        <translation>Layout</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="80"/>
        <source>Baris</source>
        <translation>Rows</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="78"/>
        <source>{rows} = {read} terbaca + {skipped} dilewati + {duplicates} ganda</source>
        <translation>{rows} = {read} read + {skipped} skipped + {duplicates} duplicate</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="46"/>
        <source>Lembar</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="49"/>
        <source>Teks resmi</source>
        <translation>Official wording</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="49"/>
        <source>{n} soal baru</source>
        <translation>{n} new questions</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="64"/>
        <source>Versi</source>
        <translation>Version</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="66"/>
        <location filename="../../zi_desktop/ui/import_facts.py" line="69"/>
        <source>Tanda tangan</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="66"/>
        <source>tidak ada; siapa pun dapat mengubahnya</source>
        <translation>none; anybody may have changed it</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="73"/>
        <source>{n}, hasil akhir</source>
        <translation>{n}, final</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="73"/>
        <source>{n}, draf</source>
        <translation>{n}, draft</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="91"/>
        <source>dilewati: {reasons}</source>
        <translation>skipped: {reasons}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="97"/>
        <source>penilaian baru</source>
        <translation>new evaluation</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="97"/>
        <source>penilaian yang ada</source>
        <translation>existing evaluation</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="98"/>
        <source>{where}: {n} berubah, {same} sama</source>
        <translation>{where}: {n} changed, {same} same</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="105"/>
        <source>{n} kosong</source>
        <translation>{n} blank</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="106"/>
        <source>{n} meragukan</source>
        <translation>{n} doubtful</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="107"/>
        <source>{n} ditolak</source>
        <translation>{n} refused</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="108"/>
        <source>{n} tanpa baris</source>
        <translation>{n} without a row</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="110"/>
        <source>{n} terbaca</source>
        <translation>{n} read</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="112"/>
        <source>{n} isian = {parts}</source>
        <translation>{n} cells = {parts}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="117"/>
        <source>Nilai di berkas {theirs}, hitungan program {ours}</source>
        <translation>The file's score {theirs}, ours {ours}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="119"/>
        <source>tidak ada</source>
        <translation>none</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="131"/>
        <source>selisih {by}</source>
        <translation>difference {by}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="133"/>
        <source>{n} nilai berbeda: lihat sebabnya</source>
        <translation>{n} figures differ: see why</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="137"/>
        <source>{n} nilai berbeda tanpa sebab yang dikenal</source>
        <translation>{n} figures differ for no known reason</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_facts.py" line="127"/>
        <source>sama dengan nilai di berkas</source>
        <translation>same as the score in the file</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <location filename="../../zi_desktop/ui/import_page.py" line="60"/>
        <source>Lepaskan untuk membaca berkas ini</source>
        <translation>Drop to read this file</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_page.py" line="61"/>
        <source>Lembar kerja, atau PDF hasil ekspor; belum ada yang ditulis</source>
        <translation>A worksheet, or an exported PDF; nothing is written yet</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_page.py" line="70"/>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_page.py" line="98"/>
        <source>Membaca berkas</source>
        <translation>Reading the file</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_page.py" line="100"/>
        <source>Membaca berkas…</source>
        <translation>Reading the file…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_page.py" line="111"/>
        <source>Impor {file}</source>
        <translation>Import {file}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_page.py" line="223"/>
        <source>Simpan {n} teks resmi</source>
        <translation>Keep {n} official texts</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_page.py" line="225"/>
        <source>Impor {n} perubahan</source>
        <translation>Import {n} changes</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <location filename="../../zi_desktop/ui/import_preview.py" line="41"/>
        <source>Bagian pratinjau</source>
        <translation>Parts of the preview</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_preview.py" line="46"/>
        <source>Membaca ulang berkas</source>
        <translation>Reading the file again</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_preview.py" line="64"/>
        <source>Pemetaan Anda dari berkas sebelumnya dipakai</source>
        <translation>Your mapping from an earlier file was used</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_preview.py" line="65"/>
        <source>Kembalikan</source>
        <translation>Put back</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_preview.py" line="72"/>
        <source>Unit kerja</source>
        <translation>Work unit</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_preview.py" line="72"/>
        <source>Tahun</source>
        <translation>Year</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_preview.py" line="72"/>
        <source>Tahap</source>
        <translation>Stage</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_preview.py" line="115"/>
        <source>Yang akan berubah</source>
        <translation>What would change</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_preview.py" line="115"/>
        <source>Perlu diperiksa</source>
        <translation>To look at</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_preview.py" line="115"/>
        <source>Pemetaan</source>
        <translation>Mapping</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/import_preview.py" line="118"/>
        <source>{n} baris atau kolom menunggu kata Anda</source>
        <translation>{n} rows or columns wait for your word</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <location filename="../../zi_desktop/ui/imports.py" line="65"/>
        <source>Lembar kerja, PDF hasil ekspor (*.xlsx *.xlsm *.xls *.ods *.csv *.pdf)</source>
        <translation>Worksheets, exported PDF (*.xlsx *.xlsm *.xls *.ods *.csv *.pdf)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/imports.py" line="66"/>
        <source>Impor lembar kerja</source>
        <translation>Import a worksheet</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/imports.py" line="73"/>
        <source>Impor folder</source>
        <translation>Import folder</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/imports.py" line="94"/>
        <source>Impor selesai: {n} penilaian ditulis.</source>
        <translation>Import done: {n} evaluations written.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/imports.py" line="96"/>
        <source>Teks resmi soal disimpan; tidak ada jawaban yang berubah.</source>
        <translation>The official wording was kept; no answer changed.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/imports.py" line="100"/>
        <source>{done} dari {of} berkas diimpor.</source>
        <translation>{done} of {of} files imported.</translation>
    </message>
</context>
<context>
    <name>IssueNote</name>
    <message>
        <location filename="../../zi_desktop/ui/issues_card.py" line="32"/>
        <source>Alasan; Enter menyimpan</source>
        <translation>Reason; Enter keeps it</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_card.py" line="33"/>
        <source>Alasan membiarkan peringatan ini</source>
        <translation>Reason for letting this warning stand</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_card.py" line="45"/>
        <source>{what} Alasan: {reason}</source>
        <translation>{what} Reason: {reason}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_card.py" line="50"/>
        <source>Ubah alasan</source>
        <translation>Change the reason</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_card.py" line="50"/>
        <source>Beri alasan</source>
        <translation>Give a reason</translation>
    </message>
</context>
<context>
    <name>IssuesBox</name>
    <message>
        <location filename="../../zi_desktop/ui/issues_box.py" line="47"/>
        <source>Teks yang dapat diteruskan kepada pengisi berkas</source>
        <translation>A text to pass on to whoever filled the file</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_box.py" line="86"/>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_box.py" line="87"/>
        <source>Galat</source>
        <translation>Errors</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_box.py" line="88"/>
        <source>Periksa</source>
        <translation>Check</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_box.py" line="89"/>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_box.py" line="90"/>
        <source>X-ray</source>
        <translation>X-ray</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_box.py" line="94"/>
        <source>Salin laporan X-ray</source>
        <translation>Copy X-ray report</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_box.py" line="100"/>
        <source>Tersalin</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>IssuesList</name>
    <message>
        <location filename="../../zi_desktop/ui/issues_list.py" line="29"/>
        <source>Hal yang perlu diperiksa</source>
        <translation>Things to be checked</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_list.py" line="44"/>
        <source>Tidak ada.</source>
        <translation>Nothing.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_list.py" line="49"/>
        <source>galat</source>
        <translation>error</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_list.py" line="50"/>
        <source>periksa</source>
        <translation>check</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_list.py" line="51"/>
        <source>info</source>
        <translation>info</translation>
    </message>
</context>
<context>
    <name>IssuesPage</name>
    <message>
        <location filename="../../zi_desktop/ui/issues_page.py" line="31"/>
        <source>Yang perlu diperiksa</source>
        <translation>What to look at</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_page.py" line="32"/>
        <source>Kembali ke soal</source>
        <translation>Back to the question</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_page.py" line="35"/>
        <source>Saring</source>
        <translation>Filter</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_page.py" line="36"/>
        <source>Saring hal yang perlu diperiksa</source>
        <translation>Filter what to look at</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_page.py" line="67"/>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_page.py" line="68"/>
        <source>Galat</source>
        <translation>Error</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_page.py" line="69"/>
        <source>Perlu alasan</source>
        <translation>Needs a reason</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_page.py" line="70"/>
        <source>Dijelaskan</source>
        <translation>Explained</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_page.py" line="94"/>
        <source>Tidak ada yang cocok dengan saringan.</source>
        <translation>Nothing fits the filter.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_page.py" line="96"/>
        <source>Tidak ada yang perlu diperiksa: semua soal dijawab dan tidak ada kejanggalan.</source>
        <translation>Nothing to look at: every question is answered and nothing is odd.</translation>
    </message>
</context>
<context>
    <name>IssuesReasons</name>
    <message>
        <location filename="../../zi_desktop/ui/issues_reasons.py" line="35"/>
        <source>Alasan membiarkan peringatan yang dipilih; Enter menyimpan</source>
        <translation>Reason for letting the chosen warnings stand; Enter keeps it</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_reasons.py" line="36"/>
        <source>Alasan membiarkan peringatan yang dipilih</source>
        <translation>Reason for letting the chosen warnings stand</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_reasons.py" line="38"/>
        <source>Pilih yang sejenis</source>
        <translation>Choose all of this kind</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_reasons.py" line="59"/>
        <source>Beri alasan ({n})</source>
        <translation>Give a reason ({n})</translation>
    </message>
</context>
<context>
    <name>IssuesTree</name>
    <message>
        <location filename="../../zi_desktop/ui/issues_tree.py" line="47"/>
        <source>Hal yang perlu diperiksa</source>
        <translation>Things to be checked</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_tree.py" line="48"/>
        <source>Soal</source>
        <translation>Question</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_tree.py" line="48"/>
        <source>Yang ditemukan</source>
        <translation>What was found</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_tree.py" line="48"/>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_tree.py" line="87"/>
        <source>Galat: menghalangi penandatanganan</source>
        <translation>Errors: block signing off</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_tree.py" line="88"/>
        <source>Peringatan: perlu alasan</source>
        <translation>Warnings: need a reason</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_tree.py" line="89"/>
        <source>Dijelaskan</source>
        <translation>Explained</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/issues_tree.py" line="90"/>
        <source>Info</source>
        <translation>Info</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <location filename="../../zi_desktop/ui/keys_dialog.py" line="19"/>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/keys_dialog.py" line="19"/>
        <source>Semua tombol</source>
        <translation>All keys</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/keys_dialog.py" line="23"/>
        <source>Menjawab</source>
        <translation>Answering</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/keys_dialog.py" line="24"/>
        <source>Berpindah</source>
        <translation>Moving</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/keys_dialog.py" line="25"/>
        <source>Menulis</source>
        <translation>Writing</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/keys_dialog.py" line="28"/>
        <source>Penilaian</source>
        <translation>Evaluation</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/keys_dialog.py" line="29"/>
        <source>Berkas</source>
        <translation>Files</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/keys_dialog.py" line="30"/>
        <source>Jendela</source>
        <translation>Window</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/keys_dialog.py" line="39"/>
        <source>jawab dan lanjut ke soal berikutnya</source>
        <translation>answer and go to the next question</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/keys_dialog.py" line="40"/>
        <source>simpan isian jumlah dan lanjut</source>
        <translation>store a count and go on</translation>
    </message>
</context>
<context>
    <name>LastYearBox</name>
    <message>
        <location filename="../../zi_desktop/ui/last_year_box.py" line="38"/>
        <source>Bawa catatan</source>
        <translation>Bring note</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/last_year_box.py" line="41"/>
        <source>Bawa bukti</source>
        <translation>Bring evidence</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/last_year_box.py" line="43"/>
        <source>Menambahkan catatan tahun lalu di bawah catatan Anda</source>
        <translation>Adds last year's note below yours</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/last_year_box.py" line="44"/>
        <source>Menambahkan bukti tahun lalu yang belum ada</source>
        <translation>Adds last year's evidence that is not there yet</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/last_year_box.py" line="62"/>
        <source>Soal {codes}</source>
        <translation>Question {codes}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/last_year_box.py" line="107"/>
        <source>Menjawab {answer}.</source>
        <translation>Answered {answer}.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/last_year_box.py" line="111"/>
        <source>Bukti: {names}</source>
        <translation>Evidence: {names}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/last_year_box.py" line="99"/>
        <source>Temuan: {note}</source>
        <translation>Finding: {note}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/last_year_box.py" line="101"/>
        <source>Rekomendasi: {text}</source>
        <translation>Recommendation: {text}</translation>
    </message>
</context>
<context>
    <name>LayoutNames</name>
    <message>
        <location filename="../../zi_desktop/ui/layout_names.py" line="11"/>
        <source>Lampiran III</source>
        <translation>Lampiran III</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/layout_names.py" line="12"/>
        <source>Jawaban PortalRB</source>
        <translation>PortalRB answers</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/layout_names.py" line="13"/>
        <source>tiga tahap berdampingan</source>
        <translation>three stages side by side</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/layout_names.py" line="14"/>
        <source>satu tabel</source>
        <translation>one table</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/layout_names.py" line="15"/>
        <source>formulir 2014</source>
        <translation>form of 2014</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/layout_names.py" line="16"/>
        <source>ekspor ZI Desktop</source>
        <translation>ZI Desktop export</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/layout_names.py" line="17"/>
        <source>tata letak lain</source>
        <translation>another layout</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/layout_names.py" line="23"/>
        <source>kepala</source>
        <translation>header</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/layout_names.py" line="24"/>
        <source>judul</source>
        <translation>headings</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/layout_names.py" line="25"/>
        <source>jumlah</source>
        <translation>totals</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/layout_names.py" line="26"/>
        <source>kelompok</source>
        <translation>groups</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/layout_names.py" line="27"/>
        <source>baris penjumlahan</source>
        <translation>sum rows</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/layout_names.py" line="28"/>
        <source>sisa</source>
        <translation>leftovers</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/layout_names.py" line="29"/>
        <source>tanda tangan</source>
        <translation>signature</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/layout_names.py" line="30"/>
        <source>keterangan</source>
        <translation>remarks</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/layout_names.py" line="31"/>
        <source>meragukan</source>
        <translation>doubtful</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/layout_names.py" line="32"/>
        <source>diabaikan</source>
        <translation>left out</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/layout_names.py" line="33"/>
        <source>tidak dikenal</source>
        <translation>unknown</translation>
    </message>
</context>
<context>
    <name>LetterDialog</name>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="32"/>
        <source>Kop dan surat</source>
        <translation>Letterhead and letter</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="32"/>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="43"/>
        <source>Surat penilaian ini</source>
        <translation>This evaluation's letter</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="44"/>
        <source>Kop instansi</source>
        <translation>Agency's letterhead</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="45"/>
        <source>Redaksi laporan</source>
        <translation>Wording of the report</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="46"/>
        <source>Yang dibiarkan kosong tidak dicetak.</source>
        <translation>What is left empty is not printed.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="51"/>
        <source>misalnya 24-11-2026</source>
        <translation>for example 24-11-2026</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="55"/>
        <source>Pimpinan {unit}</source>
        <translation>Head of {unit}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="58"/>
        <source>Nomor surat</source>
        <translation>Letter number</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="59"/>
        <source>Tanggal surat</source>
        <translation>Date of the letter</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="60"/>
        <source>Kepada</source>
        <translation>To</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="61"/>
        <source>Nomor surat tugas</source>
        <translation>Number of the assignment (surat tugas)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="62"/>
        <source>Tanggal surat tugas</source>
        <translation>Date of the assignment</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="63"/>
        <source>Hari pertama evaluasi</source>
        <translation>First day of the evaluation</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="64"/>
        <source>Hari terakhir evaluasi</source>
        <translation>Last day of the evaluation</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="69"/>
        <source>misalnya Inspektorat Jenderal</source>
        <translation>for example Inspektorat Jenderal</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="71"/>
        <source>Instansi</source>
        <translation>Agency</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="72"/>
        <source>Unit pengawasan</source>
        <translation>Inspectorate</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="73"/>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="74"/>
        <source>Tempat surat</source>
        <translation>Place of the letter</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="75"/>
        <source>Pola nomor</source>
        <translation>Number pattern</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="76"/>
        <source>Jabatan pengirim</source>
        <translation>Sender's position</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="77"/>
        <source>Nama pengirim</source>
        <translation>Sender's name</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="78"/>
        <source>NIP pengirim</source>
        <translation>Sender's NIP</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="83"/>
        <source>Surat: pembuka</source>
        <translation>Letter: opening</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="84"/>
        <source>Surat: penutup</source>
        <translation>Letter: closing</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="85"/>
        <source>Dasar hukum</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="86"/>
        <source>Penugasan</source>
        <translation>Assignment</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="87"/>
        <source>Tujuan</source>
        <translation>Aim</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="88"/>
        <source>Sasaran</source>
        <translation>Targets</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="89"/>
        <source>Metodologi</source>
        <translation>Method</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="90"/>
        <source>Lingkup dan batasan</source>
        <translation>Scope and limits</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="91"/>
        <source>Penutup</source>
        <translation>Closing</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="95"/>
        <source>Bagian laporan</source>
        <translation>Part of the report</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="97"/>
        <source>Redaksi bagian ini</source>
        <translation>Wording of this part</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="102"/>
        <source>Penanda seperti {unit} diganti saat dicetak; kalimat yang penandanya kosong tidak dicetak.</source>
        <translation>Marks such as {unit} are replaced in print; a sentence whose mark stands for nothing is not printed.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/letter_dialog.py" line="104"/>
        <source>Kembalikan redaksi asli</source>
        <translation>Back to the original wording</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <location filename="../../zi_desktop/ui/menu.py" line="36"/>
        <source>Bahasa</source>
        <translation>Language</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/menu.py" line="39"/>
        <source>Tampilan</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/menu.py" line="41"/>
        <source>Ikuti sistem</source>
        <translation>As the system</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/menu.py" line="42"/>
        <source>Terang</source>
        <translation>Light</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/menu.py" line="43"/>
        <source>Gelap</source>
        <translation>Dark</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <location filename="../../zi_desktop/ui/main_window.py" line="272"/>
        <source>Pilih dulu beberapa penilaian di daftar: Ctrl+klik, Shift+panah, atau Ctrl+A untuk semua.</source>
        <translation>First select several evaluations in the list: Ctrl+click, Shift+arrow, or Ctrl+A for all.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/main_window.py" line="326"/>
        <source>Berkas bukti sedang ditambahkan. Tunggu, atau batalkan.</source>
        <translation>Evidence files are being added. Wait, or cancel.</translation>
    </message>
</context>
<context>
    <name>MappingColumns</name>
    <message>
        <location filename="../../zi_desktop/ui/mapping_columns.py" line="67"/>
        <source>(tanpa judul)</source>
        <translation>(no header)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_columns.py" line="74"/>
        <source>Arti kolom {column} {header}</source>
        <translation>Meaning of column {column} {header}</translation>
    </message>
</context>
<context>
    <name>MappingRows</name>
    <message>
        <location filename="../../zi_desktop/ui/mapping_rows.py" line="31"/>
        <source>Cari bunyi atau kode</source>
        <translation>Search wording or code</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_rows.py" line="32"/>
        <source>Cari baris</source>
        <translation>Search rows</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_rows.py" line="38"/>
        <source>Baris ini dibaca sebagai</source>
        <translation>This row is read as</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_rows.py" line="40"/>
        <source>Pakai usulan</source>
        <translation>Take the proposal</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_rows.py" line="41"/>
        <source>Abaikan</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_rows.py" line="52"/>
        <source>Baris lembar kerja</source>
        <translation>Rows of the worksheet</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_rows.py" line="106"/>
        <source>Baris {row}</source>
        <translation>Row {row}</translation>
    </message>
</context>
<context>
    <name>MappingRowsModel</name>
    <message>
        <location filename="../../zi_desktop/ui/mapping_rows_model.py" line="83"/>
        <source>Baris</source>
        <translation>Row</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_rows_model.py" line="84"/>
        <source>Bunyi di berkas</source>
        <translation>Wording in the file</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_rows_model.py" line="85"/>
        <source>Dibaca sebagai</source>
        <translation>Read as</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_rows_model.py" line="86"/>
        <source>Yakin</source>
        <translation>Sure</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_rows_model.py" line="87"/>
        <source>Sebab</source>
        <translation>Reason</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_rows_model.py" line="113"/>
        <source>menurut Anda</source>
        <translation>your word</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_rows_model.py" line="114"/>
        <source>tidak dikenal</source>
        <translation>unknown</translation>
    </message>
</context>
<context>
    <name>MappingTab</name>
    <message>
        <location filename="../../zi_desktop/ui/mapping_tab.py" line="34"/>
        <source>Lembar yang dibaca</source>
        <translation>The sheet that is read</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_tab.py" line="37"/>
        <source>Lembar</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_tab.py" line="46"/>
        <source>Batalkan koreksi</source>
        <translation>Drop corrections</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_tab.py" line="47"/>
        <location filename="../../zi_desktop/ui/mapping_tab.py" line="70"/>
        <source>Kolom</source>
        <translation>Columns</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_tab.py" line="61"/>
        <source>Tidak ada yang perlu dikoreksi pada berkas ini.</source>
        <translation>There is nothing to correct in this file.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_tab.py" line="70"/>
        <source>Baris</source>
        <translation>Rows</translation>
    </message>
</context>
<context>
    <name>MappingWords</name>
    <message>
        <location filename="../../zi_desktop/ui/mapping_words.py" line="29"/>
        <source>Tidak dikenal</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_words.py" line="30"/>
        <source>Abaikan</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_words.py" line="31"/>
        <source>Jawaban</source>
        <translation>Answer</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_words.py" line="32"/>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_words.py" line="33"/>
        <source>Bukti</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_words.py" line="34"/>
        <source>Temuan</source>
        <translation>Finding</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_words.py" line="35"/>
        <source>Rekomendasi</source>
        <translation>Recommendation</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_words.py" line="36"/>
        <source>Nilai</source>
        <translation>Score</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_words.py" line="37"/>
        <source>Keputusan penyebut nol</source>
        <translation>Decision on a zero base</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_words.py" line="38"/>
        <source>Nomor dan bunyi</source>
        <translation>Number and wording</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_words.py" line="39"/>
        <source>Bunyi soal</source>
        <translation>Wording</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_words.py" line="40"/>
        <source>Penjelasan pilihan</source>
        <translation>Explanation of options</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_words.py" line="41"/>
        <source>Jenis jawaban</source>
        <translation>Type of answer</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_words.py" line="42"/>
        <source>Bobot</source>
        <translation>Weight</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/mapping_words.py" line="43"/>
        <source>Kode soal</source>
        <translation>Question code</translation>
    </message>
</context>
<context>
    <name>NewDialog</name>
    <message>
        <location filename="../../zi_desktop/ui/new_dialog.py" line="22"/>
        <source>Penilaian baru</source>
        <translation>New evaluation</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/new_dialog.py" line="22"/>
        <source>Buat penilaian</source>
        <translation>Make evaluation</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/new_dialog.py" line="25"/>
        <source>misalnya Kantor Pelayanan Contoh</source>
        <translation>for example Example Service Office</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/new_dialog.py" line="30"/>
        <source>Unit kerja</source>
        <translation>Work unit</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/new_dialog.py" line="31"/>
        <source>Tahun</source>
        <translation>Year</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/new_dialog.py" line="32"/>
        <source>Tahap</source>
        <translation>Stage</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/new_dialog.py" line="37"/>
        <source>Formulir dipilih menurut tahun: sejak 2022 PermenPANRB 90/2021.</source>
        <translation>The form follows the year: since 2022 PermenPANRB 90/2021.</translation>
    </message>
</context>
<context>
    <name>NumberInput</name>
    <message>
        <location filename="../../zi_desktop/ui/number_input.py" line="97"/>
        <source>Indeks, 0 sampai 4</source>
        <translation>Index, 0 to 4</translation>
    </message>
</context>
<context>
    <name>OfficialText</name>
    <message>
        <location filename="../../zi_desktop/ui/official_text.py" line="25"/>
        <source>Teks resmi (dari berkas Anda)</source>
        <translation>Official text (from your file)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/official_text.py" line="49"/>
        <source>Ringkas</source>
        <translation>Less</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/official_text.py" line="49"/>
        <source>Selengkapnya</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>OptionRow</name>
    <message>
        <location filename="../../zi_desktop/ui/option_row.py" line="68"/>
        <source>nilai {value}</source>
        <translation>value {value}</translation>
    </message>
</context>
<context>
    <name>OthersBox</name>
    <message>
        <location filename="../../zi_desktop/ui/others_box.py" line="51"/>
        <source>Menjawab {answer}.</source>
        <translation>Answered {answer}.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/others_box.py" line="53"/>
        <source>Bukti: {names}</source>
        <translation>Evidence: {names}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/others_box.py" line="56"/>
        <source>Temuan: {note}</source>
        <translation>Finding: {note}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/others_box.py" line="58"/>
        <source>Rekomendasi: {text}</source>
        <translation>Recommendation: {text}</translation>
    </message>
</context>
<context>
    <name>OutputsBox</name>
    <message>
        <location filename="../../zi_desktop/ui/outputs_box.py" line="27"/>
        <source>Juga buat</source>
        <translation>Also make</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <location filename="../../zi_desktop/ui/passphrase_dialog.py" line="19"/>
        <source>Lindungi penyimpanan</source>
        <translation>Protect the store</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/passphrase_dialog.py" line="19"/>
        <source>Penyimpanan terkunci</source>
        <translation>The store is locked</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/passphrase_dialog.py" line="20"/>
        <source>Buat</source>
        <translation>Make</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/passphrase_dialog.py" line="20"/>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/passphrase_dialog.py" line="25"/>
        <source>Komputer ini tidak punya gantungan kunci sistem. Tentukan kata sandi untuk data Anda; tanpa kata sandi ini data tidak dapat dibuka oleh siapa pun.</source>
        <translation>This computer has no system keyring. Choose a passphrase for your data; without it nobody can open them.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/passphrase_dialog.py" line="29"/>
        <source>Masukkan kata sandi penyimpanan ini.</source>
        <translation>Enter the passphrase of this store.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/passphrase_dialog.py" line="35"/>
        <source>Kata sandi</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/passphrase_dialog.py" line="37"/>
        <source>Sekali lagi</source>
        <translation>Once more</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/passphrase_dialog.py" line="40"/>
        <source>Ingat di gantungan kunci sistem</source>
        <translation>Remember in the system keyring</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/passphrase_dialog.py" line="43"/>
        <source>Keluar</source>
        <translation>Quit</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <location filename="../../zi_desktop/ui/findings_phrases.py" line="30"/>
        <source>Simpan sebagai frasa: {text}</source>
        <translation>Keep as a phrase: {text}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/findings_phrases.py" line="33"/>
        <source>Hapus sebuah frasa…</source>
        <translation>Remove a phrase…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/findings_phrases.py" line="35"/>
        <source>Cari frasa; Enter menyisipkan</source>
        <translation>Find a phrase; Enter inserts it</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/findings_phrases.py" line="44"/>
        <source>Frasa yang dihapus; Esc membatalkan</source>
        <translation>Phrase to remove; Esc cancels</translation>
    </message>
</context>
<context>
    <name>PickedBar</name>
    <message>
        <location filename="../../zi_desktop/ui/picked_bar.py" line="21"/>
        <source>Lepas pilihan</source>
        <translation>Clear selection</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/picked_bar.py" line="29"/>
        <source>{n} penilaian dipilih</source>
        <translation>{n} evaluations selected</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/picked_bar.py" line="30"/>
        <source>Ekspor {n} penilaian…</source>
        <translation>Export {n} evaluations…</translation>
    </message>
</context>
<context>
    <name>PredikatLine</name>
    <message>
        <location filename="../../zi_desktop/ui/score_panel.py" line="71"/>
        <source>memenuhi semua syarat</source>
        <translation>all gates met</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/score_panel.py" line="73"/>
        <source>{n} syarat lagi</source>
        <translation>{n} gates to go</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/score_panel.py" line="76"/>
        <source>memenuhi, bila sudah {predikat}</source>
        <translation>met, if {predikat} already</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/score_panel.py" line="78"/>
        <source>tidak terkejar</source>
        <translation>out of reach</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/score_panel.py" line="80"/>
        <source>pasti</source>
        <translation>certain</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <location filename="../../zi_desktop/ui/progress_row.py" line="20"/>
        <source>Kemajuan</source>
        <translation>Progress</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/progress_row.py" line="22"/>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/progress_row.py" line="38"/>
        <source>{what} {done} dari {of}</source>
        <translation>{what} {done} of {of}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/progress_row.py" line="40"/>
        <source> · kira-kira {seconds} detik lagi</source>
        <translation> · about {seconds} s left</translation>
    </message>
</context>
<context>
    <name>Ratio</name>
    <message>
        <location filename="../../zi_desktop/ui/ratio_text.py" line="24"/>
        <source>Penurunan dibanding tahun lalu; tidak pernah di bawah 0 %.</source>
        <translation>Decrease since last year; never below 0 %.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/ratio_text.py" line="29"/>
        <source>Paling tinggi 100 %.</source>
        <translation>At most 100 %.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/ratio_text.py" line="34"/>
        <source>Lebih dari yang ada: dihitung 100 %. Periksa angkanya.</source>
        <translation>More than there are: counts 100 %. Check the numbers.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/ratio_text.py" line="40"/>
        <source>Dari 0 sampai {full}.</source>
        <translation>From 0 to {full}.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/ratio_text.py" line="51"/>
        <source>0 dan 0: nilai penuh, 100 %</source>
        <translation>0 and 0: full, 100 %</translation>
    </message>
</context>
<context>
    <name>ReasonBar</name>
    <message>
        <location filename="../../zi_desktop/ui/reason_bar.py" line="37"/>
        <source>Buka kembali…</source>
        <translation>Reopen…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/reason_bar.py" line="38"/>
        <source>Buka kembali</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/reason_bar.py" line="39"/>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/reason_bar.py" line="65"/>
        <source>Ditandatangani {day} oleh {names} (versi {n}); tidak dapat diubah.</source>
        <translation>Signed {day} by {names} (version {n}); it cannot be changed.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/reason_bar.py" line="68"/>
        <source>Dibuka kembali {day} oleh {name}: {reason}</source>
        <translation>Reopened {day} by {name}: {reason}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/reason_bar.py" line="79"/>
        <source>Alasan perubahan; dicatat bersama setiap perubahan</source>
        <translation>Reason for the change; recorded with every change</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/reason_bar.py" line="85"/>
        <source>Alasan membuka kembali</source>
        <translation>Reason for reopening</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/reason_bar.py" line="101"/>
        <source>Tulis alasannya; alasan itu dicatat.</source>
        <translation>Write the reason; it is recorded.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/reason_bar.py" line="109"/>
        <source>Perubahan belum disimpan: tulis alasannya, lalu ulangi.</source>
        <translation>The change is not saved: write the reason, then repeat it.</translation>
    </message>
</context>
<context>
    <name>RefusedDialog</name>
    <message>
        <location filename="../../zi_desktop/ui/refused_dialog.py" line="16"/>
        <source>Penyimpanan tidak dapat dibuka</source>
        <translation>The store cannot be opened</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/refused_dialog.py" line="16"/>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <location filename="../../zi_desktop/ui/register_page.py" line="47"/>
        <source>Saring</source>
        <translation>Filter</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/register_page.py" line="48"/>
        <source>Saring temuan</source>
        <translation>Filter findings</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/register_page.py" line="60"/>
        <source>Kembali ke soal</source>
        <translation>Back to the question</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/register_page.py" line="62"/>
        <source>Register temuan</source>
        <translation>Register of findings</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/register_page.py" line="88"/>
        <source>Tahun lalu</source>
        <translation>Last year</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/register_page.py" line="90"/>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/register_page.py" line="93"/>
        <source>Belum dinilai</source>
        <translation>Not judged</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/register_page.py" line="120"/>
        <source>Tidak ada temuan yang cocok dengan saringan.</source>
        <translation>No finding fits the filter.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/register_page.py" line="123"/>
        <source>Belum ada temuan. Tulis di kartu soal (F4); semuanya terkumpul di sini dan di laporan.</source>
        <translation>No findings yet. Write them on a question's card (F4); all of them are gathered here and in the report.</translation>
    </message>
</context>
<context>
    <name>RegisterTree</name>
    <message>
        <location filename="../../zi_desktop/ui/register_tree.py" line="30"/>
        <source>Register temuan</source>
        <translation>Register of findings</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/register_tree.py" line="33"/>
        <source>Soal</source>
        <translation>Question</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/register_tree.py" line="34"/>
        <source>Tahun</source>
        <translation>Year</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/register_tree.py" line="35"/>
        <source>Catatan hasil evaluasi</source>
        <translation>Evaluation note</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/register_tree.py" line="36"/>
        <source>Rekomendasi</source>
        <translation>Recommendation</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/register_tree.py" line="37"/>
        <source>Tindak lanjut</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/register_tree.py" line="100"/>
        <source>Belum dinilai</source>
        <translation>Not judged</translation>
    </message>
</context>
<context>
    <name>RequirementRow</name>
    <message>
        <location filename="../../zi_desktop/ui/story_requirement.py" line="45"/>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_requirement.py" line="63"/>
        <source>dicatat {day}</source>
        <translation>noted {day}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_requirement.py" line="72"/>
        <source>{text}: keadaan</source>
        <translation>{text}: state</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_requirement.py" line="76"/>
        <source>{text}: catatan</source>
        <translation>{text}: note</translation>
    </message>
</context>
<context>
    <name>ReviewedChip</name>
    <message>
        <location filename="../../zi_desktop/ui/reviewed_chip.py" line="24"/>
        <source>Ditinjau lagi tahun ini (R)</source>
        <translation>Reviewed again this year (R)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/reviewed_chip.py" line="45"/>
        <source>Ditinjau</source>
        <translation>Reviewed</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/reviewed_chip.py" line="45"/>
        <source>Belum ditinjau</source>
        <translation>Not reviewed</translation>
    </message>
</context>
<context>
    <name>ScorePanel</name>
    <message>
        <location filename="../../zi_desktop/ui/score_panel.py" line="97"/>
        <source>Nilai</source>
        <translation>Scores</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/score_panel.py" line="113"/>
        <source>* ambang belum terverifikasi</source>
        <translation>* minimum not verified</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/score_panel.py" line="127"/>
        <source>Lipat panel nilai</source>
        <translation>Fold the score panel</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/score_panel.py" line="140"/>
        <source>Jalan terdekat</source>
        <translation>Shortest way</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/score_panel.py" line="140"/>
        <source>Radar</source>
        <translation>Radar</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/score_panel.py" line="140"/>
        <source>Area</source>
        <translation>Areas</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/score_panel.py" line="197"/>
        <source>Nilai total {total}</source>
        <translation>Total score {total}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/score_panel.py" line="244"/>
        <source>Lengkap: {done}/{of} soal dijawab</source>
        <translation>Complete: {done}/{of} questions answered</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/score_panel.py" line="247"/>
        <source>{done}/{of} dijawab; akhirnya antara {worst} dan {best}</source>
        <translation>{done}/{of} answered; will end at {worst} to {best}</translation>
    </message>
</context>
<context>
    <name>ScoreStrip</name>
    <message>
        <location filename="../../zi_desktop/ui/score_strip.py" line="27"/>
        <source>Buka panel nilai</source>
        <translation>Unfold the score panel</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/score_strip.py" line="38"/>
        <source>Nilai total {total}</source>
        <translation>Total score {total}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/score_strip.py" line="46"/>
        <source>{predikat}: memenuhi semua syarat</source>
        <translation>{predikat}: meets every gate</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/score_strip.py" line="48"/>
        <source>{predikat}: {n} syarat lagi</source>
        <translation>{predikat}: {n} gates to go</translation>
    </message>
</context>
<context>
    <name>SidePages</name>
    <message>
        <location filename="../../zi_desktop/ui/side_pages.py" line="76"/>
        <source>Bandingkan dengan penilaian</source>
        <translation>Compare with an evaluation</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/side_pages.py" line="78"/>
        <source>Belum ada penilaian lain untuk dibandingkan.</source>
        <translation>There is no other evaluation to compare with yet.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/side_pages.py" line="111"/>
        <source>Unit, tahun atau tahap penilaian</source>
        <translation>Unit, year or stage of the evaluation</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/side_pages.py" line="154"/>
        <source>Pilih dulu satu penilaian di daftar.</source>
        <translation>Choose an evaluation in the list first.</translation>
    </message>
</context>
<context>
    <name>SignOffBox</name>
    <message>
        <location filename="../../zi_desktop/ui/signoff_box.py" line="53"/>
        <source>Ini draf: penilaian tidak dikunci, karena masih ada galat.</source>
        <translation>This is a draft: the evaluation is not locked, as there are errors.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/signoff_box.py" line="65"/>
        <source>Penilaian dikunci (versi {n}); membukanya kembali perlu alasan.</source>
        <translation>The evaluation is locked (version {n}); reopening it takes a reason.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/signoff_box.py" line="84"/>
        <source>{n} galat: bila ditandatangani, berkasnya draf dan penilaian tidak dikunci (lihat F7).</source>
        <translation>{n} errors: if signed, the files are a draft and the evaluation is not locked (see F7).</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/signoff_box.py" line="88"/>
        <source>{n} peringatan perlu alasan sebelum ditandatangani; alasan tercetak di laporan.</source>
        <translation>{n} warnings need a reason before signing; reasons are printed in the report.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/signoff_box.py" line="91"/>
        <source>Penilaian ini sudah ditandatangani dan terkunci.</source>
        <translation>This evaluation has been signed and is locked.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/signoff_box.py" line="93"/>
        <source>Setelah ditandatangani, penilaian dikunci.</source>
        <translation>Once signed, the evaluation is locked.</translation>
    </message>
</context>
<context>
    <name>SignerRow</name>
    <message>
        <location filename="../../zi_desktop/ui/signers_box.py" line="39"/>
        <source>Peran {file}</source>
        <translation>Role of {file}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/signers_box.py" line="43"/>
        <source>Hapus {file}</source>
        <translation>Remove {file}</translation>
    </message>
</context>
<context>
    <name>SignersBox</name>
    <message>
        <location filename="../../zi_desktop/ui/signers_box.py" line="95"/>
        <source>Belum ada penanda tangan; berkas akan dibuat tanpa tanda tangan.</source>
        <translation>Nobody signs yet; the files will be made without a signature.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/signers_box.py" line="97"/>
        <source>Berkas PKCS#12…</source>
        <translation>PKCS#12 file…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/signers_box.py" line="98"/>
        <source>Kartu atau token…</source>
        <translation>Card or token…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/signers_box.py" line="99"/>
        <source>Buat identitas lokal…</source>
        <translation>Make a local identity…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/signers_box.py" line="104"/>
        <source>Identitas PKCS#12</source>
        <translation>PKCS#12 identity</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/signers_box.py" line="104"/>
        <source>Identitas (*.p12 *.pfx)</source>
        <translation>Identity (*.p12 *.pfx)</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <location filename="../../zi_desktop/ui/status_line.py" line="35"/>
        <source>Soal yang ditandai ditinjau lagi tahun ini (R)</source>
        <translation>Questions marked as reviewed again this year (R)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/status_line.py" line="45"/>
        <source>Tersimpan {time}</source>
        <translation>Stored {time}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/status_line.py" line="48"/>
        <source>Enter buka · Ctrl+I impor · Ctrl+N baru · ? semua tombol</source>
        <translation>Enter open · Ctrl+I import · Ctrl+N new · ? all keys</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/status_line.py" line="54"/>
        <source>A–E jawab · N lanjut · U belum dijawab · / cari · ? semua tombol</source>
        <translation>A–E, Y, T answer · N next · U unanswered · / search · ? all keys</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/status_line.py" line="55"/>
        <source>Esc kembali · / cari · Ctrl+K perintah · ? semua tombol</source>
        <translation>Esc back · / search · Ctrl+K commands · ? all keys</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/status_line.py" line="60"/>
        <source>Ditinjau {n}/{of}</source>
        <translation>Reviewed {n}/{of}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/status_line.py" line="66"/>
        <source>{n} perlu diperiksa</source>
        <translation>{n} to be checked</translation>
    </message>
</context>
<context>
    <name>StoreDialog</name>
    <message>
        <location filename="../../zi_desktop/ui/store_dialog.py" line="19"/>
        <source>Penyimpanan</source>
        <translation>Store</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/store_dialog.py" line="19"/>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/store_dialog.py" line="22"/>
        <source>Berkas</source>
        <translation>File</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/store_dialog.py" line="25"/>
        <source>Berkas bukti</source>
        <translation>Evidence file</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/store_dialog.py" line="30"/>
        <source>Kunci</source>
        <translation>Key</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/store_dialog.py" line="34"/>
        <source>Isi bukti ada di berkas kedua; cadangkan keduanya bersama-sama.</source>
        <translation>The contents of evidence are in the second file; back up both together.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/store_dialog.py" line="38"/>
        <source>Salin kunci</source>
        <translation>Copy the key</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/store_dialog.py" line="50"/>
        <source>Berkas ini tidak terenkripsi: siapa pun yang memilikinya dapat membacanya.</source>
        <translation>This file is not encrypted: whoever has it can read it.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/store_dialog.py" line="53"/>
        <source>Catat kunci ini dan simpan terpisah dari komputer ini. Tanpa kunci, cadangan berkas ini tidak dapat dibuka di komputer lain.</source>
        <translation>Write this key down and keep it apart from this computer. Without it a backup of this file cannot be opened on another computer.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/store_dialog.py" line="57"/>
        <source>Berkas ini terkunci dengan kata sandi Anda, yang tidak disimpan di komputer ini. Tanpa kata sandi itu berkas tidak dapat dibuka.</source>
        <translation>This file is locked with a passphrase of yours, which is not kept on this computer. Without it the file cannot be opened.</translation>
    </message>
</context>
<context>
    <name>StoryEventForm</name>
    <message>
        <location filename="../../zi_desktop/ui/story_event.py" line="36"/>
        <location filename="../../zi_desktop/ui/story_event.py" line="45"/>
        <source>Tanggal</source>
        <translation>Date</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_event.py" line="37"/>
        <location filename="../../zi_desktop/ui/story_event.py" line="46"/>
        <source>Berlaku sampai</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_event.py" line="44"/>
        <source>Peristiwa</source>
        <translation>Event</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_event.py" line="47"/>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_event.py" line="59"/>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_event.py" line="60"/>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_event.py" line="67"/>
        <source>hh-bb-tttt</source>
        <translation>dd-mm-yyyy</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_event.py" line="74"/>
        <source>Ubah peristiwa</source>
        <translation>Change the event</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_event.py" line="74"/>
        <source>Peristiwa baru</source>
        <translation>New event</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_event.py" line="96"/>
        <source>Tulis tanggal sebagai hari-bulan-tahun, misalnya 14-02-2024.</source>
        <translation>Write the date as day-month-year, such as 14-02-2024.</translation>
    </message>
</context>
<context>
    <name>StoryPage</name>
    <message>
        <location filename="../../zi_desktop/ui/story_page.py" line="51"/>
        <source>Tambah peristiwa</source>
        <translation>Add an event</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_page.py" line="66"/>
        <source>Kembali  (Esc)</source>
        <translation>Back  (Esc)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_page.py" line="78"/>
        <source>Enter membuka atau mengubah · Delete menghapus</source>
        <translation>Enter opens or changes · Delete removes</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_page.py" line="81"/>
        <source>Riwayat</source>
        <translation>Story</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_page.py" line="95"/>
        <source>Persen dari nilai tertinggi, tiap tahun. Garis putus: syarat WBK dan WBBM.</source>
        <translation>Percent of the most points, each year. Dashed lines: the minimums for WBK and WBBM.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_page.py" line="100"/>
        <source>Perkembangan</source>
        <translation>Trend</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_page.py" line="106"/>
        <source>Syarat pengusulan</source>
        <translation>Proposal requirements</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_page.py" line="134"/>
        <source>Riwayat {unit}</source>
        <translation>Story of {unit}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_page.py" line="136"/>
        <source>Pengusulan paling lambat {day}, atau menurut pengumuman TPN</source>
        <translation>Proposals by {day}, or as the national team announces</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_page.py" line="152"/>
        <source>Nilai total</source>
        <translation>Total score</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_page.py" line="197"/>
        <source>Instansi</source>
        <translation>Agency</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_page.py" line="197"/>
        <source>Unit kerja</source>
        <translation>Work unit</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/story_page.py" line="223"/>
        <source>{what} dihapus.</source>
        <translation>{what} removed.</translation>
    </message>
</context>
<context>
    <name>TableKeeper</name>
    <message>
        <location filename="../../zi_desktop/ui/table_keeper.py" line="26"/>
        <source>Simpan CSV…</source>
        <translation>Save CSV…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/table_keeper.py" line="33"/>
        <source>Salin tabel</source>
        <translation>Copy table</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/table_keeper.py" line="37"/>
        <source>Tersalin</source>
        <translation>Copied</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/table_keeper.py" line="41"/>
        <source>hasil-impor.csv</source>
        <translation>import-result.csv</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/table_keeper.py" line="42"/>
        <source>Simpan tabel</source>
        <translation>Save table</translation>
    </message>
</context>
<context>
    <name>TeamDialog</name>
    <message>
        <location filename="../../zi_desktop/ui/team_dialog.py" line="21"/>
        <source>Tim penilai</source>
        <translation>Evaluation team</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/team_dialog.py" line="21"/>
        <source>Simpan tim</source>
        <translation>Save team</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/team_dialog.py" line="27"/>
        <location filename="../../zi_desktop/ui/team_dialog.py" line="47"/>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/team_dialog.py" line="27"/>
        <location filename="../../zi_desktop/ui/team_dialog.py" line="47"/>
        <source>Peran</source>
        <translation>Role</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/team_dialog.py" line="32"/>
        <source>Anggota lagi</source>
        <translation>One more member</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/team_dialog.py" line="46"/>
        <source>misalnya Ketua Tim</source>
        <translation>for example Team leader</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/team_dialog.py" line="48"/>
        <source>{field} anggota {n}</source>
        <translation>{field} of member {n}</translation>
    </message>
</context>
<context>
    <name>ThresholdsDialog</name>
    <message>
        <location filename="../../zi_desktop/ui/thresholds_dialog.py" line="24"/>
        <source>Ambang batas</source>
        <translation>Minimums</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/thresholds_dialog.py" line="24"/>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/thresholds_dialog.py" line="37"/>
        <source>Ambang formulir ini tertulis di peraturannya ({basis}) dan tidak diubah.</source>
        <translation>The minimums of this form stand in its regulation ({basis}) and are not changed.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/thresholds_dialog.py" line="44"/>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/thresholds_dialog.py" line="49"/>
        <source>Pakai ambang ini</source>
        <translation>Use these minimums</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/thresholds_dialog.py" line="55"/>
        <source>Angka ini belum terverifikasi dari teks peraturannya. Periksa dan ubah bila perlu; di layar dan di laporan angka ini tetap diberi tanda.</source>
        <translation>These numbers have not been verified in the regulation's text. Check them and change them if needed; on screen and in reports they stay marked.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <location filename="../../zi_desktop/ui/timeline.py" line="47"/>
        <source>Riwayat</source>
        <translation>Story</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/timeline.py" line="89"/>
        <source>berlaku sampai {day}</source>
        <translation>valid until {day}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/timeline.py" line="95"/>
        <source>syarat nilai {met} terpenuhi</source>
        <translation>minimum scores of {met} met</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/timeline.py" line="97"/>
        <source>syarat nilai belum terpenuhi</source>
        <translation>minimum scores not met</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/timeline.py" line="99"/>
        <source>Nilai {total}</source>
        <translation>Score {total}</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <location filename="../../zi_desktop/ui/toast.py" line="35"/>
        <source>Tutup pesan</source>
        <translation>Close the message</translation>
    </message>
</context>
<context>
    <name>TokenDialog</name>
    <message>
        <location filename="../../zi_desktop/ui/token_dialog.py" line="31"/>
        <source>Kartu atau token USB</source>
        <translation>Card or USB token</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/token_dialog.py" line="31"/>
        <source>Pakai kunci ini</source>
        <translation>Use this key</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/token_dialog.py" line="36"/>
        <source>Kunci tidak pernah keluar dari tokennya. Pilih pustaka PKCS#11 dari pembuat token (.dll atau .so); berkas itu diingat di komputer ini, PIN-nya tidak.</source>
        <translation>The key never leaves its token. Choose the PKCS#11 library of the token's maker (.dll or .so); that file is remembered on this computer, the PIN is not.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/token_dialog.py" line="42"/>
        <source>Pilih…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/token_dialog.py" line="44"/>
        <source>Pustaka</source>
        <translation>Library</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/token_dialog.py" line="44"/>
        <source>Kunci</source>
        <translation>Key</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/token_dialog.py" line="45"/>
        <source>Cari token</source>
        <translation>Find tokens</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/token_dialog.py" line="70"/>
        <source>berlaku sampai {day}</source>
        <translation>valid until {day}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/token_dialog.py" line="78"/>
        <source>Tidak ada token dengan sertifikat yang terpasang.</source>
        <translation>No token with a certificate is plugged in.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/token_dialog.py" line="104"/>
        <source>Pustaka PKCS#11 (*.dll *.so *.dylib);;Semua berkas (*)</source>
        <translation>PKCS#11 libraries (*.dll *.so *.dylib);;All files (*)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/token_dialog.py" line="105"/>
        <source>Pustaka token</source>
        <translation>Token library</translation>
    </message>
</context>
<context>
    <name>TokenRow</name>
    <message>
        <location filename="../../zi_desktop/ui/signers_box.py" line="78"/>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <location filename="../../zi_desktop/ui/top_bar.py" line="35"/>
        <source>Kembali ke daftar (Esc)</source>
        <translation>Back to the list (Esc)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/top_bar.py" line="43"/>
        <source>Kemajuan</source>
        <translation>Progress</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/top_bar.py" line="77"/>
        <source>Cari soal  ( / )</source>
        <translation>Search questions  ( / )</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/top_bar.py" line="78"/>
        <source>Cari soal</source>
        <translation>Search questions</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/top_bar.py" line="47"/>
        <source>Impor lembar kerja (Ctrl+I)</source>
        <translation>Import a worksheet (Ctrl+I)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/top_bar.py" line="47"/>
        <source>Impor</source>
        <translation>Import</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/top_bar.py" line="50"/>
        <source>Ekspor PDF dan XLSX (Ctrl+P)</source>
        <translation>Export PDF and XLSX (Ctrl+P)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/top_bar.py" line="50"/>
        <source>Ekspor</source>
        <translation>Export</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/top_bar.py" line="52"/>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/top_bar.py" line="102"/>
        <source>{done} dari {of} soal dijawab</source>
        <translation>{done} of {of} questions answered</translation>
    </message>
</context>
<context>
    <name>TreeModel</name>
    <message>
        <location filename="../../zi_desktop/ui/tree_model.py" line="223"/>
        <source>belum dijawab</source>
        <translation>not answered</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/tree_model.py" line="225"/>
        <source>ada temuan</source>
        <translation>has a finding</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/tree_model.py" line="226"/>
        <source>perlu diperiksa</source>
        <translation>to be checked</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/tree_model.py" line="230"/>
        <source>berbeda dari unit</source>
        <translation>differs from the unit</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/tree_model.py" line="232"/>
        <source>sudah ditinjau</source>
        <translation>reviewed</translation>
    </message>
</context>
<context>
    <name>TreePanel</name>
    <message>
        <location filename="../../zi_desktop/ui/tree_panel.py" line="82"/>
        <source>Daftar soal</source>
        <translation>Questions</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/tree_panel.py" line="99"/>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/tree_panel.py" line="100"/>
        <source>Belum</source>
        <translation>Open</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/tree_panel.py" line="101"/>
        <source>Beda</source>
        <translation>Different</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/tree_panel.py" line="102"/>
        <source>Periksa</source>
        <translation>Check</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/tree_panel.py" line="103"/>
        <source>Tanpa bukti</source>
        <translation>No evidence</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/tree_panel.py" line="104"/>
        <source>Temuan</source>
        <translation>Findings</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/tree_panel.py" line="191"/>
        <source>Tidak ada soal dengan kata itu.</source>
        <translation>No question has these words.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/tree_panel.py" line="192"/>
        <source>Semua soal sudah dijawab.</source>
        <translation>Every question is answered.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/tree_panel.py" line="193"/>
        <source>Tidak ada jawaban yang berbeda dari unit.</source>
        <translation>No answer differs from the unit's.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/tree_panel.py" line="194"/>
        <source>Tidak ada yang perlu diperiksa.</source>
        <translation>There is nothing to check.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/tree_panel.py" line="195"/>
        <source>Semua soal yang dijawab sudah ada buktinya.</source>
        <translation>Every answered question has evidence.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/tree_panel.py" line="196"/>
        <source>Belum ada temuan.</source>
        <translation>There are no findings yet.</translation>
    </message>
</context>
<context>
    <name>TrendChart</name>
    <message>
        <location filename="../../zi_desktop/ui/trend_chart.py" line="33"/>
        <source>belum ada nilai</source>
        <translation>no score yet</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/trend_chart.py" line="34"/>
        <source>{name}: {years}</source>
        <translation>{name}: {years}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/trend_chart.py" line="35"/>
        <source>Syarat: {needs}</source>
        <translation>Minimums: {needs}</translation>
    </message>
</context>
<context>
    <name>TroubleDialog</name>
    <message>
        <location filename="../../zi_desktop/ui/trouble_dialog.py" line="15"/>
        <source>Terjadi kesalahan pada program</source>
        <translation>Something went wrong in the program</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/trouble_dialog.py" line="15"/>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/trouble_dialog.py" line="20"/>
        <source>Ini kesalahan kami, bukan Anda. Semua jawaban sudah tersimpan dan Anda dapat terus bekerja. Salin rinciannya bila Anda ingin melaporkannya.</source>
        <translation>This is our mistake, not yours. Every answer is stored and you can go on working. Copy the details if you want to report it.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/trouble_dialog.py" line="28"/>
        <source>Rincian kesalahan</source>
        <translation>Details of the error</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/trouble_dialog.py" line="31"/>
        <source>Salin rincian</source>
        <translation>Copy the details</translation>
    </message>
</context>
<context>
    <name>TrustDialog</name>
    <message>
        <location filename="../../zi_desktop/ui/trust_dialog.py" line="34"/>
        <source>Sertifikat tepercaya</source>
        <translation>Trusted certificates</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/trust_dialog.py" line="34"/>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/trust_dialog.py" line="38"/>
        <source>Penanda tangan dikenal bila sertifikatnya diterbitkan di bawah salah satu otoritas ini. Sebelum menambah, cocokkan sidiknya dengan sumber resmi otoritas itu.</source>
        <translation>A signer is known if the certificate was issued under one of these authorities. Before you add one, compare its fingerprint with the authority's official source.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/trust_dialog.py" line="51"/>
        <source>Tambah dari berkas…</source>
        <translation>Add from a file…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/trust_dialog.py" line="58"/>
        <source>Sertifikat (*.pem *.crt *.cer *.der *.p7b *.p7c);;Semua berkas (*)</source>
        <translation>Certificates (*.pem *.crt *.cer *.der *.p7b *.p7c);;All files (*)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/trust_dialog.py" line="59"/>
        <source>Tambah sertifikat tepercaya</source>
        <translation>Add a trusted certificate</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/trust_dialog.py" line="73"/>
        <source>Dipercaya mulai sekarang: {names}.</source>
        <translation>Trusted from now on: {names}.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/trust_dialog.py" line="75"/>
        <source>Sertifikat di berkas itu sudah dipercaya.</source>
        <translation>The certificate in that file is trusted already.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/trust_dialog.py" line="84"/>
        <source>{name} tidak dipercaya lagi.</source>
        <translation>{name} is not trusted any more.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/trust_dialog.py" line="87"/>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/trust_dialog.py" line="112"/>
        <source>Belum ada yang dipercaya: tanda tangan diperiksa keutuhannya, tetapi penanda tangannya tidak dikenal. Untuk tanda tangan BSrE, tambahkan sertifikat akar BSrE dari berkas yang Anda peroleh dari BSrE sendiri.</source>
        <translation>Nothing is trusted yet: signatures are checked for integrity, but signers are not known. For signatures of BSrE, add BSrE's root certificate from a file that you obtained from BSrE itself.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/trust_dialog.py" line="125"/>
        <source>Diterbitkan sendiri (akar)</source>
        <translation>Issued by itself (root)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/trust_dialog.py" line="126"/>
        <source>Diterbitkan oleh {name}</source>
        <translation>Issued by {name}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/trust_dialog.py" line="127"/>
        <source>berlaku {start} sampai {end}</source>
        <translation>valid {start} to {end}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/trust_dialog.py" line="132"/>
        <source>Sidik SHA-256  {digits}</source>
        <translation>SHA-256 fingerprint  {digits}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/trust_dialog.py" line="134"/>
        <source>Kedaluwarsa: tidak memercayakan tanda tangan baru</source>
        <translation>Expired: vouches for no new signature</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/trust_dialog.py" line="139"/>
        <source>Jangan percayai {name} lagi</source>
        <translation>Trust {name} no longer</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <location filename="../../zi_desktop/ui/undoing.py" line="39"/>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/undoing.py" line="100"/>
        <source>Diurungkan.</source>
        <translation>Undone.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/undoing.py" line="69"/>
        <location filename="../../zi_desktop/ui/undoing.py" line="103"/>
        <source>dan {n} lagi</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/undoing.py" line="44"/>
        <source>Diurungkan: {what}.</source>
        <translation>Undone: {what}.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/undoing.py" line="44"/>
        <source>Tidak ada yang bisa diurungkan.</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/undoing.py" line="47"/>
        <source>Diulangi: {what}.</source>
        <translation>Redone: {what}.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/undoing.py" line="47"/>
        <source>Tidak ada yang bisa diulangi.</source>
        <translation>There is nothing to redo.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/undoing.py" line="62"/>
        <source>tulisan pada {code}</source>
        <translation>what is written on {code}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/undoing.py" line="67"/>
        <source>daftar penilaian</source>
        <translation>the list of evaluations</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/undoing.py" line="67"/>
        <source>pengaturan atau riwayat unit</source>
        <translation>settings or a unit's story</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/undoing.py" line="104"/>
        <source>Diurungkan, kecuali yang sudah diubah lagi: {names}.</source>
        <translation>Undone, except what was changed again: {names}.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/undoing.py" line="110"/>
        <source>jawaban</source>
        <translation>answer</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/undoing.py" line="111"/>
        <source>catatan</source>
        <translation>note</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/undoing.py" line="112"/>
        <source>bukti</source>
        <translation>evidence</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/undoing.py" line="113"/>
        <source>temuan</source>
        <translation>finding</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/undoing.py" line="64"/>
        <location filename="../../zi_desktop/ui/undoing.py" line="114"/>
        <source>tim</source>
        <translation>team</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/undoing.py" line="115"/>
        <source>teks resmi</source>
        <translation>official text</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/undoing.py" line="116"/>
        <source>penilaian yang sudah berisi</source>
        <translation>evaluation that holds something by now</translation>
    </message>
</context>
<context>
    <name>UsualEvidence</name>
    <message>
        <location filename="../../zi_desktop/ui/evidence_usual.py" line="39"/>
        <source>{name} (ada)</source>
        <translation>{name} (there)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/evidence_usual.py" line="43"/>
        <source>Lazimnya:</source>
        <translation>Usually:</translation>
    </message>
</context>
<context>
    <name>VerifyDrops</name>
    <message>
        <location filename="../../zi_desktop/ui/verify_drop.py" line="20"/>
        <source>Lepaskan untuk memeriksa tanda tangan</source>
        <translation>Drop to check signatures</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_drop.py" line="21"/>
        <source>PDF, XLSX, atau paket; tidak ada yang diubah</source>
        <translation>PDF, XLSX or package; nothing is changed</translation>
    </message>
</context>
<context>
    <name>VerifyPage</name>
    <message>
        <location filename="../../zi_desktop/ui/verify_page.py" line="62"/>
        <source>Pilih berkas…</source>
        <translation>Choose files…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_page.py" line="63"/>
        <source>Salin hasil</source>
        <translation>Copy results</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_page.py" line="66"/>
        <source>Berkas yang diperiksa</source>
        <translation>Files checked</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_page.py" line="79"/>
        <location filename="../../zi_desktop/ui/verify_page.py" line="124"/>
        <source>Periksa tanda tangan</source>
        <translation>Check signatures</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_page.py" line="84"/>
        <source>Kembali  (Esc)</source>
        <translation>Back  (Esc)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_page.py" line="106"/>
        <source>Seret PDF, XLSX, atau paket (.zipkg) ke jendela ini, satu atau beberapa sekaligus, atau pilih berkasnya. Siapa pun dapat memeriksa, tanpa akun; berkasnya tidak diubah dan tidak dikirim ke mana pun.</source>
        <translation>Drag PDF, XLSX or package files (.zipkg) onto this window, one or several at once, or choose them. Anybody can check, with no account; the files are not changed and not sent anywhere.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_page.py" line="123"/>
        <source>Berkas bertanda tangan (*.pdf *.xlsx *.xlsm *.zipkg);;Semua berkas (*)</source>
        <translation>Signed files (*.pdf *.xlsx *.xlsm *.zipkg);;All files (*)</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_page.py" line="136"/>
        <source>menunggu</source>
        <translation>waiting</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_page.py" line="186"/>
        <source>tidak diperiksa</source>
        <translation>not checked</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_page.py" line="199"/>
        <source>bertentangan dengan berkas lain</source>
        <translation>contradicts another file</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_page.py" line="232"/>
        <source>Sertifikat tepercaya: {n}</source>
        <translation>Trusted certificates: {n}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_page.py" line="234"/>
        <source>Sertifikat tepercaya…</source>
        <translation>Trusted certificates…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_page.py" line="237"/>
        <source>Memeriksa</source>
        <translation>Checking</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_page.py" line="254"/>
        <source>Diperiksa dengan ZI Desktop, {moment}</source>
        <translation>Checked with ZI Desktop, {moment}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_page.py" line="264"/>
        <source>Hasil pemeriksaan disalin.</source>
        <translation>The results are copied.</translation>
    </message>
</context>
<context>
    <name>VerifyResult</name>
    <message>
        <location filename="../../zi_desktop/ui/verify_result.py" line="70"/>
        <source>Yang berubah, dan di mana</source>
        <translation>What was changed, and where</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_result.py" line="75"/>
        <source>Tanda tangan: {n}</source>
        <translation>Signatures: {n}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_result.py" line="93"/>
        <source>Bertentangan dengan berkas lain</source>
        <translation>Contradicts another file</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_result.py" line="95"/>
        <source>Tanda tangannya utuh, tetapi berkas lain yang diperiksa menyatakan yang lain.</source>
        <translation>Its signatures are intact, but another file that was checked says otherwise.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_result.py" line="117"/>
        <source>Bertentangan</source>
        <translation>Contradiction</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_result.py" line="120"/>
        <source>Versi lain</source>
        <translation>Another version</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_result.py" line="124"/>
        <source>Cocok dengan berkas lain yang diperiksa</source>
        <translation>Agrees with other files checked</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_result.py" line="131"/>
        <source>Versi hasil yang ditandatangani</source>
        <translation>Version of the signed result</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_result.py" line="133"/>
        <source>Rantai versi putus</source>
        <translation>The chain of versions is broken</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_result.py" line="134"/>
        <source>Rantai versi belum pasti</source>
        <translation>The chain of versions is not certain</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_result.py" line="135"/>
        <source>Rantai versi utuh</source>
        <translation>The chain of versions holds</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_result.py" line="167"/>
        <source>Tanda tangan yang masih ditunggu</source>
        <translation>Signatures still awaited</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_result.py" line="172"/>
        <location filename="../../zi_desktop/ui/verify_result.py" line="197"/>
        <source>Buka penilaiannya</source>
        <translation>Open its evaluation</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_result.py" line="187"/>
        <source>Versi penilaian  {digits}</source>
        <translation>Version of the evaluation  {digits}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/verify_result.py" line="193"/>
        <source>Impor berkas ini…</source>
        <translation>Import this file…</translation>
    </message>
</context>
<context>
    <name>WayList</name>
    <message>
        <location filename="../../zi_desktop/ui/way_list.py" line="52"/>
        <source>Saran untuk rekomendasi, bukan nilai. Satu langkah: pilihan berikutnya, atau persen ke kelipatan 25 berikutnya.</source>
        <translation>Advice for recommendations, not a score. One step: the next better option, or a percentage to the next multiple of 25.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/way_list.py" line="59"/>
        <source>Jalan sebelumnya</source>
        <translation>Previous way</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/way_list.py" line="61"/>
        <source>Jalan lain</source>
        <translation>Another way</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/way_list.py" line="114"/>
        <source>Jalan ke {predikat}</source>
        <translation>Way to {predikat}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/way_list.py" line="124"/>
        <source>Untuk syarat lainnya:</source>
        <translation>For the other gates:</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/way_list.py" line="128"/>
        <source>dan {n} soal lagi</source>
        <translation>and {n} more questions</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/way_list.py" line="130"/>
        <source>Mungkin ada yang lebih sedikit.</source>
        <translation>There may be a shorter one.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/way_list.py" line="136"/>
        <source>{predikat}: {n} soal, +{points}</source>
        <translation>{predikat}: questions: {n}, +{points}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/way_list.py" line="139"/>
        <source>{predikat}: belum ada jalan</source>
        <translation>{predikat}: no way yet</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/way_list.py" line="140"/>
        <source>{predikat}: semua syarat terpenuhi</source>
        <translation>{predikat}: every gate is met</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/way_list.py" line="144"/>
        <source>{gate}: hanya dengan soal yang masih terbuka</source>
        <translation>{gate}: only with questions still open</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/way_list.py" line="145"/>
        <source>{gate}: hanya dengan indeks survei yang lebih tinggi</source>
        <translation>{gate}: only with a higher survey index</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/way_list.py" line="146"/>
        <source>{gate}: hanya dengan soal yang terbuka dan survei</source>
        <translation>{gate}: only with open questions and surveys</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/way_list.py" line="147"/>
        <source>{gate}: satu langkah tiap soal tidak cukup, masih kurang {points}</source>
        <translation>{gate}: one step for each question is not enough, {points} short</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/way_list.py" line="157"/>
        <source>Ke soal {code}: {text}; dari {before} ke {after}, menambah {points} poin</source>
        <translation>To question {code}: {text}; from {before} to {after}, adds {points} points</translation>
    </message>
</context>
<context>
    <name>WhyLink</name>
    <message>
        <location filename="../../zi_desktop/ui/why_link.py" line="60"/>
        <source>Enter atau klik: mengapa nilai ini?</source>
        <translation>Enter or click: why this score?</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <location filename="../../zi_desktop/ui/why_panel.py" line="32"/>
        <source>Bagian</source>
        <translation>Part</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/why_panel.py" line="32"/>
        <source>Hitungan</source>
        <translation>Arithmetic</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/why_panel.py" line="32"/>
        <source>Nilai</source>
        <translation>Score</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/why_panel.py" line="33"/>
        <location filename="../../zi_desktop/ui/why_panel.py" line="55"/>
        <source>Mengapa nilai ini?</source>
        <translation>Why this score?</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/why_panel.py" line="44"/>
        <source>→ membuka, ← menutup, Enter ke soalnya, Esc selesai.</source>
        <translation>→ unfolds, ← folds, Enter goes to the question, Esc closes.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/why_panel.py" line="45"/>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/why_panel.py" line="117"/>
        <source>Sumber: {source}</source>
        <translation>Source: {source}</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <location filename="../../zi_desktop/ui/workbench.py" line="184"/>
        <source>Tidak ada yang perlu diperiksa.</source>
        <translation>Nothing to look at.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/workbench.py" line="189"/>
        <source>Semua soal sudah dijawab.</source>
        <translation>Every question is answered.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/workbench.py" line="193"/>
        <source>Tidak ada jawaban yang berbeda dari unit.</source>
        <translation>No answer differs from the unit's.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/workbench.py" line="198"/>
        <source>Semua soal yang dijawab sudah ada buktinya.</source>
        <translation>Every answered question has evidence.</translation>
    </message>
</context>
<context>
    <name>Worklist</name>
    <message>
        <location filename="../../zi_desktop/ui/worklist.py" line="74"/>
        <source>Cari penilaian</source>
        <translation>Search evaluations</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist.py" line="58"/>
        <source>Daftar penilaian</source>
        <translation>Evaluations</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist.py" line="63"/>
        <source>Tidak ada penilaian yang cocok.</source>
        <translation>No evaluation matches.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist.py" line="64"/>
        <source>Tampilkan semua</source>
        <translation>Show all</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist.py" line="73"/>
        <source>Cari unit, tahun, tahap, predikat, tim</source>
        <translation>Search unit, year, stage, predicate, team</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist.py" line="85"/>
        <source>Penilaian</source>
        <translation>Evaluations</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist.py" line="89"/>
        <source>Impor</source>
        <translation>Import</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist.py" line="90"/>
        <location filename="../../zi_desktop/ui/worklist.py" line="143"/>
        <source>Impor folder…</source>
        <translation>Import folder…</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist.py" line="91"/>
        <location filename="../../zi_desktop/ui/worklist.py" line="142"/>
        <source>Penilaian baru</source>
        <translation>New evaluation</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist.py" line="111"/>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist.py" line="112"/>
        <source>Belum lengkap</source>
        <translation>Incomplete</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist.py" line="113"/>
        <source>Perlu diperiksa</source>
        <translation>To be checked</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist.py" line="114"/>
        <source>Siap ditandatangani</source>
        <translation>Ready to sign</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist.py" line="115"/>
        <source>Ditandatangani</source>
        <translation>Signed</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist.py" line="130"/>
        <source>Belum ada penilaian</source>
        <translation>No evaluations yet</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist.py" line="133"/>
        <source>Di sini berdiri semua unit yang Anda nilai. Mulailah dari lembar kerja Excel yang sudah diisi unit, atau dari lembar kosong. Semua jawaban tersimpan di komputer ini. Tidak perlu jaringan.</source>
        <translation>All the units you evaluate stand here. Begin with an Excel worksheet that a unit has filled in, or with an empty form. Every answer is stored on this computer. No network is needed.</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist.py" line="140"/>
        <source>Impor lembar kerja</source>
        <translation>Import a worksheet</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist.py" line="144"/>
        <source>Coba dengan contoh</source>
        <translation>Try it with the sample</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist.py" line="155"/>
        <source>satuan kerja rekaan, dua tahap</source>
        <translation>a made-up unit, two stages</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist.py" line="190"/>
        <source>Tahun {year}</source>
        <translation>Year {year}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist.py" line="267"/>
        <source>{shown} dari {of}</source>
        <translation>{shown} of {of}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist.py" line="270"/>
        <source>menghitung {n} lagi</source>
        <translation>computing {n} more</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist_delegate.py" line="89"/>
        <source>{predikat} {n} lagi</source>
        <translation>{predikat} {n} to go</translation>
    </message>
</context>
<context>
    <name>WorklistModel</name>
    <message>
        <location filename="../../zi_desktop/ui/worklist_model.py" line="187"/>
        <source>Unit kerja</source>
        <translation>Work unit</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist_model.py" line="188"/>
        <source>Tahun</source>
        <translation>Year</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist_model.py" line="189"/>
        <source>Tahap</source>
        <translation>Stage</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist_model.py" line="190"/>
        <source>Kemajuan</source>
        <translation>Progress</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist_model.py" line="191"/>
        <source>Nilai</source>
        <translation>Total</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist_model.py" line="192"/>
        <source>Syarat predikat</source>
        <translation>Predikat gates</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist_model.py" line="193"/>
        <source>Yang menahan</source>
        <translation>What holds it</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist_model.py" line="194"/>
        <source>Diubah</source>
        <translation>Changed</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist_model.py" line="232"/>
        <source>Mandiri</source>
        <translation>Self</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist_model.py" line="235"/>
        <source>Tim: {names}</source>
        <translation>Team: {names}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist_model.py" line="240"/>
        <source>{predikat} memenuhi</source>
        <translation>{predikat} met</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist_model.py" line="242"/>
        <source>{predikat} {n} syarat lagi</source>
        <translation>{predikat} {n} gates to go</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist_model.py" line="250"/>
        <source>Sudah ditandatangani</source>
        <translation>Signed</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist_model.py" line="254"/>
        <source>{n} belum dijawab</source>
        <translation>{n} unanswered</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist_model.py" line="255"/>
        <source>{n} salah</source>
        <translation>{n} wrong</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist_model.py" line="256"/>
        <source>{n} peringatan</source>
        <translation>{n} warnings</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist_model.py" line="261"/>
        <source>dibuka kembali</source>
        <translation>reopened</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/worklist_model.py" line="262"/>
        <source>Siap ditandatangani</source>
        <translation>Ready to sign</translation>
    </message>
</context>
<context>
    <name>XrayReport</name>
    <message>
        <location filename="../../zi_desktop/ui/xray_report.py" line="18"/>
        <source>Pemeriksaan berkas {file}</source>
        <translation>Examination of the file {file}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/xray_report.py" line="24"/>
        <source>Lembar {sheet}, {layout}, edisi {edition}</source>
        <translation>Sheet {sheet}, {layout}, edition {edition}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/xray_report.py" line="32"/>
        <source>tidak ada</source>
        <translation>none</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/xray_report.py" line="37"/>
        <source>{stage}: nilai di berkas {theirs}, hitungan ulang {ours}</source>
        <translation>{stage}: the file's score {theirs}, recomputed {ours}</translation>
    </message>
    <message>
        <location filename="../../zi_desktop/ui/xray_report.py" line="46"/>
        <source>Tidak ada sel yang menyimpang.</source>
        <translation>No cell deviates.</translation>
    </message>
</context>
</TS>
