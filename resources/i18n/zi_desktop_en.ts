<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="id_ID">
    <context>
        <name>Answers</name>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Saya</source>
            <translation>Mine</translation>
        </message>
    </context>
    <context>
        <name>Card</name>
        <message>
            <source>Catatan</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Bukti</source>
            <translation>Evidence</translation>
        </message>
        <message>
            <source>Temuan</source>
            <translation>Finding</translation>
        </message>
        <message>
            <source>{have} dari {most} poin</source>
            <translation>{have} of {most} points</translation>
        </message>
        <message>
            <source>Catatan tahun lalu dibawa.</source>
            <translation>Last year's note was brought along.</translation>
        </message>
        <message>
            <source>Bukti tahun lalu dibawa.</source>
            <translation>Last year's evidence was brought along.</translation>
        </message>
    </context>
    <context>
        <name>CellBox</name>
        <message>
            <source>Abaikan baris ini</source>
            <translation>Leave this row out</translation>
        </message>
    </context>
    <context>
        <name>ChangesBox</name>
        <message>
            <source>Perubahan</source>
            <translation>Changes</translation>
        </message>
        <message>
            <source>{n} menimpa isi yang ada</source>
            <translation>{n} replace what is there</translation>
        </message>
        <message>
            <source>Tidak ada yang berubah: {n} isian sama dengan yang tersimpan.</source>
            <translation>Nothing would change: {n} entries are as they are stored.</translation>
        </message>
    </context>
    <context>
        <name>ChangesModel</name>
        <message>
            <source>Soal</source>
            <translation>Question</translation>
        </message>
        <message>
            <source>Jenis</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Sekarang</source>
            <translation>Now</translation>
        </message>
        <message>
            <source>Menjadi</source>
            <translation>Becomes</translation>
        </message>
        <message>
            <source>Di berkas</source>
            <translation>In the file</translation>
        </message>
        <message>
            <source>{n} jawaban</source>
            <translation>{n} answers</translation>
        </message>
        <message>
            <source>{n} catatan</source>
            <translation>{n} notes</translation>
        </message>
        <message>
            <source>{n} bukti</source>
            <translation>{n} pieces of evidence</translation>
        </message>
        <message>
            <source>{n} temuan</source>
            <translation>{n} findings</translation>
        </message>
        <message>
            <source>{n} tim</source>
            <translation>{n} team</translation>
        </message>
        <message>
            <source>jawaban</source>
            <translation>answer</translation>
        </message>
        <message>
            <source>catatan</source>
            <translation>note</translation>
        </message>
        <message>
            <source>bukti</source>
            <translation>evidence</translation>
        </message>
        <message>
            <source>temuan</source>
            <translation>finding</translation>
        </message>
        <message>
            <source>tim</source>
            <translation>team</translation>
        </message>
    </context>
    <context>
        <name>DecisionBox</name>
        <message>
            <source>Penuh: dihitung 1</source>
            <translation>Full: counts 1</translation>
        </message>
        <message>
            <source>Nol: dihitung 0</source>
            <translation>Zero: counts 0</translation>
        </message>
        <message>
            <source>Penyebutnya nol. Peraturan tidak mengaturnya: Anda yang memutuskan, dan keputusannya dicatat.</source>
            <translation>The denominator is zero. The regulation does not cover this: you decide, and the decision is recorded.</translation>
        </message>
    </context>
    <context>
        <name>Dialog</name>
        <message>
            <source>Batal</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>EvidenceBox</name>
        <message>
            <source>Nama dokumen atau tautan</source>
            <translation>Document name or link</translation>
        </message>
        <message>
            <source>Bukti baru: nama dokumen atau tautan</source>
            <translation>New evidence: document name or link</translation>
        </message>
        <message>
            <source>Tambah</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>Hapus bukti {name}</source>
            <translation>Remove evidence {name}</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>Ekspor</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>Ekspor dan periksa</source>
            <translation>Export and check</translation>
        </message>
        <message>
            <source>Pilih…</source>
            <translation>Choose…</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Folder</translation>
        </message>
        <message>
            <source>Folder tujuan</source>
            <translation>Target folder</translation>
        </message>
        <message>
            <source>Tanda tangan</source>
            <translation>Signatures</translation>
        </message>
        <message>
            <source>Ketua Tim</source>
            <translation>Team leader</translation>
        </message>
        <message>
            <source>Anggota Tim</source>
            <translation>Team member</translation>
        </message>
        <message>
            <source>{n} soal belum dijawab dan dihitung 0; laporan menyebutkannya.</source>
            <translation>{n} questions are not answered and count 0; the report says so.</translation>
        </message>
        <message>
            <source>Kemajuan ekspor</source>
            <translation>Progress of the export</translation>
        </message>
        <message>
            <source>Batalkan ekspor</source>
            <translation>Cancel the export</translation>
        </message>
        <message>
            <source>Buka folder</source>
            <translation>Open folder</translation>
        </message>
        <message>
            <source>kira-kira {seconds} detik lagi</source>
            <translation>about {seconds} seconds left</translation>
        </message>
        <message>
            <source>Tutup</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Ekspor dibatalkan; tidak ada berkas yang ditulis.</source>
            <translation>Export cancelled; no file was written.</translation>
        </message>
        <message>
            <source>Identitas PKCS#12</source>
            <translation>PKCS#12 identity</translation>
        </message>
        <message>
            <source>Identitas (*.p12 *.pfx)</source>
            <translation>Identities (*.p12 *.pfx)</translation>
        </message>
    </context>
    <context>
        <name>FindingsBox</name>
        <message>
            <source>Tambah temuan</source>
            <translation>Add a finding</translation>
        </message>
        <message>
            <source>Catatan hasil evaluasi</source>
            <translation>Finding of the evaluation</translation>
        </message>
        <message>
            <source>Rekomendasi</source>
            <translation>Recommendation</translation>
        </message>
        <message>
            <source>Simpan temuan</source>
            <translation>Save finding</translation>
        </message>
        <message>
            <source>Batal</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Rekomendasi: {text}</source>
            <translation>Recommendation: {text}</translation>
        </message>
        <message>
            <source>Ubah temuan</source>
            <translation>Change finding</translation>
        </message>
        <message>
            <source>Hapus temuan</source>
            <translation>Remove finding</translation>
        </message>
    </context>
    <context>
        <name>FolderModel</name>
        <message>
            <source>Berkas</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Unit kerja</source>
            <translation>Work unit</translation>
        </message>
        <message>
            <source>Tahun</source>
            <translation>Year</translation>
        </message>
        <message>
            <source>Tahap</source>
            <translation>Stage</translation>
        </message>
        <message>
            <source>Dijawab</source>
            <translation>Answered</translation>
        </message>
        <message>
            <source>Nilai</source>
            <translation>Score</translation>
        </message>
        <message>
            <source>Di berkas</source>
            <translation>In the file</translation>
        </message>
        <message>
            <source>Berubah</source>
            <translation>Changes</translation>
        </message>
        <message>
            <source>Ragu</source>
            <translation>Doubtful</translation>
        </message>
        <message>
            <source>Periksa</source>
            <translation>Check</translation>
        </message>
        <message>
            <source>Keadaan</source>
            <translation>State</translation>
        </message>
        <message>
            <source>sudah sama</source>
            <translation>the same already</translation>
        </message>
        <message>
            <source>menunggu</source>
            <translation>waiting</translation>
        </message>
        <message>
            <source>siap diimpor</source>
            <translation>ready</translation>
        </message>
        <message>
            <source>diimpor</source>
            <translation>imported</translation>
        </message>
        <message>
            <source>{n} siap</source>
            <translation>{n} ready</translation>
        </message>
        <message>
            <source>{n} sudah sama</source>
            <translation>{n} the same</translation>
        </message>
        <message>
            <source>{n} diimpor</source>
            <translation>{n} imported</translation>
        </message>
        <message>
            <source>{n} gagal</source>
            <translation>{n} failed</translation>
        </message>
        <message>
            <source>{n} menunggu</source>
            <translation>{n} waiting</translation>
        </message>
        <message>
            <source>{n} berkas</source>
            <translation>{n} files</translation>
        </message>
    </context>
    <context>
        <name>FolderPage</name>
        <message>
            <source>Kembali</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>menurut berkas</source>
            <translation>as the file says</translation>
        </message>
        <message>
            <source>Tahun</source>
            <translation>Year</translation>
        </message>
        <message>
            <source>Tahap</source>
            <translation>Stage</translation>
        </message>
        <message>
            <source>Tidak ada lembar kerja di folder ini ({kinds}).</source>
            <translation>There is no worksheet in this folder ({kinds}).</translation>
        </message>
        <message>
            <source>Impor folder {name}</source>
            <translation>Import folder {name}</translation>
        </message>
        <message>
            <source>Mencari lembar kerja…</source>
            <translation>Looking for worksheets…</translation>
        </message>
        <message>
            <source>Impor {n} berkas</source>
            <translation>Import {n} files</translation>
        </message>
        <message>
            <source>Memeriksa</source>
            <translation>Looking at</translation>
        </message>
        <message>
            <source>Mengimpor</source>
            <translation>Importing</translation>
        </message>
    </context>
    <context>
        <name>FolderTable</name>
        <message>
            <source>Berkas di folder</source>
            <translation>Files in the folder</translation>
        </message>
    </context>
    <context>
        <name>GateCell</name>
        <message>
            <source>paling sedikit {need}</source>
            <translation>at least {need}</translation>
        </message>
        <message>
            <source>memenuhi</source>
            <translation>met</translation>
        </message>
        <message>
            <source>kurang {points}</source>
            <translation>{points} short</translation>
        </message>
        <message>
            <source>ambang belum terverifikasi</source>
            <translation>minimum not verified</translation>
        </message>
    </context>
    <context>
        <name>GateTable</name>
        <message>
            <source>Syarat</source>
            <translation>Gate</translation>
        </message>
        <message>
            <source>Nilai</source>
            <translation>Score</translation>
        </message>
        <message>
            <source>(belum terverifikasi)</source>
            <translation>(not verified)</translation>
        </message>
    </context>
    <context>
        <name>IdentityDialog</name>
        <message>
            <source>Identitas lokal</source>
            <translation>Local identity</translation>
        </message>
        <message>
            <source>Buat dan simpan…</source>
            <translation>Make and save…</translation>
        </message>
        <message>
            <source>Identitas ini membuktikan bahwa berkas tidak diubah, tetapi tidak membuktikan nama Anda. Untuk itu pakai sertifikat dari lembaga sertifikasi.</source>
            <translation>This identity proves that a file was not changed, but not your name. For that, use a certificate of a certification authority.</translation>
        </message>
        <message>
            <source>Nama</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Instansi</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>Kata sandi</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>Sekali lagi</source>
            <translation>Once more</translation>
        </message>
        <message>
            <source>Simpan identitas</source>
            <translation>Save identity</translation>
        </message>
        <message>
            <source>Identitas (*.p12)</source>
            <translation>Identities (*.p12)</translation>
        </message>
    </context>
    <context>
        <name>ImportFacts</name>
        <message>
            <source>Bentuk</source>
            <translation>Layout</translation>
        </message>
        <message>
            <source>Baris</source>
            <translation>Rows</translation>
        </message>
        <message>
            <source>{rows} = {read} terbaca + {skipped} dilewati + {duplicates} ganda</source>
            <translation>{rows} = {read} read + {skipped} skipped + {duplicates} duplicate</translation>
        </message>
        <message>
            <source>Lembar</source>
            <translation>Sheet</translation>
        </message>
        <message>
            <source>dilewati: {reasons}</source>
            <translation>skipped: {reasons}</translation>
        </message>
        <message>
            <source>penilaian baru</source>
            <translation>new evaluation</translation>
        </message>
        <message>
            <source>penilaian yang ada</source>
            <translation>existing evaluation</translation>
        </message>
        <message>
            <source>{where}: {n} berubah, {same} sama</source>
            <translation>{where}: {n} changed, {same} same</translation>
        </message>
        <message>
            <source>{n} kosong</source>
            <translation>{n} blank</translation>
        </message>
        <message>
            <source>{n} meragukan</source>
            <translation>{n} doubtful</translation>
        </message>
        <message>
            <source>{n} ditolak</source>
            <translation>{n} refused</translation>
        </message>
        <message>
            <source>{n} tanpa baris</source>
            <translation>{n} without a row</translation>
        </message>
        <message>
            <source>{n} terbaca</source>
            <translation>{n} read</translation>
        </message>
        <message>
            <source>{n} isian = {parts}</source>
            <translation>{n} cells = {parts}</translation>
        </message>
        <message>
            <source>Nilai di berkas {theirs}, hitungan program {ours}</source>
            <translation>The file's score {theirs}, ours {ours}</translation>
        </message>
        <message>
            <source>tidak ada</source>
            <translation>none</translation>
        </message>
        <message>
            <source>selisih {by}</source>
            <translation>difference {by}</translation>
        </message>
        <message>
            <source>{n} nilai berbeda: lihat sebabnya</source>
            <translation>{n} figures differ: see why</translation>
        </message>
        <message>
            <source>{n} nilai berbeda tanpa sebab yang dikenal</source>
            <translation>{n} figures differ for no known reason</translation>
        </message>
        <message>
            <source>sama dengan nilai di berkas</source>
            <translation>same as the score in the file</translation>
        </message>
    </context>
    <context>
        <name>ImportPage</name>
        <message>
            <source>Batal</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Membaca berkas</source>
            <translation>Reading the file</translation>
        </message>
        <message>
            <source>Membaca berkas…</source>
            <translation>Reading the file…</translation>
        </message>
        <message>
            <source>Impor {file}</source>
            <translation>Import {file}</translation>
        </message>
        <message>
            <source>Impor {n} perubahan</source>
            <translation>Import {n} changes</translation>
        </message>
    </context>
    <context>
        <name>ImportPreview</name>
        <message>
            <source>Bagian pratinjau</source>
            <translation>Parts of the preview</translation>
        </message>
        <message>
            <source>Membaca ulang berkas</source>
            <translation>Reading the file again</translation>
        </message>
        <message>
            <source>Pemetaan Anda dari berkas sebelumnya dipakai</source>
            <translation>Your mapping from an earlier file was used</translation>
        </message>
        <message>
            <source>Kembalikan</source>
            <translation>Put back</translation>
        </message>
        <message>
            <source>Unit kerja</source>
            <translation>Work unit</translation>
        </message>
        <message>
            <source>Tahun</source>
            <translation>Year</translation>
        </message>
        <message>
            <source>Tahap</source>
            <translation>Stage</translation>
        </message>
        <message>
            <source>Yang akan berubah</source>
            <translation>What would change</translation>
        </message>
        <message>
            <source>Perlu diperiksa</source>
            <translation>To look at</translation>
        </message>
        <message>
            <source>Pemetaan</source>
            <translation>Mapping</translation>
        </message>
        <message>
            <source>{n} baris atau kolom menunggu kata Anda</source>
            <translation>{n} rows or columns wait for your word</translation>
        </message>
    </context>
    <context>
        <name>Imports</name>
        <message>
            <source>Lembar kerja (*.xlsx *.xlsm *.xls *.ods *.csv)</source>
            <translation>Worksheets (*.xlsx *.xlsm *.xls *.ods *.csv)</translation>
        </message>
        <message>
            <source>Impor lembar kerja</source>
            <translation>Import a worksheet</translation>
        </message>
        <message>
            <source>Impor folder</source>
            <translation>Import folder</translation>
        </message>
        <message>
            <source>Impor selesai: {n} penilaian ditulis.</source>
            <translation>Import done: {n} evaluations written.</translation>
        </message>
        <message>
            <source>{done} dari {of} berkas diimpor.</source>
            <translation>{done} of {of} files imported.</translation>
        </message>
    </context>
    <context>
        <name>IssuesBox</name>
        <message>
            <source>Teks yang dapat diteruskan kepada pengisi berkas</source>
            <translation>A text to pass on to whoever filled the file</translation>
        </message>
        <message>
            <source>Semua</source>
            <translation>All</translation>
        </message>
        <message>
            <source>Galat</source>
            <translation>Errors</translation>
        </message>
        <message>
            <source>Periksa</source>
            <translation>Check</translation>
        </message>
        <message>
            <source>Info</source>
            <translation>Info</translation>
        </message>
        <message>
            <source>X-ray</source>
            <translation>X-ray</translation>
        </message>
        <message>
            <source>Salin laporan X-ray</source>
            <translation>Copy X-ray report</translation>
        </message>
        <message>
            <source>Tersalin</source>
            <translation>Copied</translation>
        </message>
    </context>
    <context>
        <name>IssuesList</name>
        <message>
            <source>Hal yang perlu diperiksa</source>
            <translation>Things to be checked</translation>
        </message>
        <message>
            <source>Tidak ada.</source>
            <translation>Nothing.</translation>
        </message>
        <message>
            <source>galat</source>
            <translation>error</translation>
        </message>
        <message>
            <source>periksa</source>
            <translation>check</translation>
        </message>
        <message>
            <source>info</source>
            <translation>info</translation>
        </message>
    </context>
    <context>
        <name>KeysDialog</name>
        <message>
            <source>Tombol</source>
            <translation>Keys</translation>
        </message>
        <message>
            <source>Tutup</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>jawab dan lanjut ke soal berikutnya</source>
            <translation>answer and go to the next question</translation>
        </message>
        <message>
            <source>simpan isian jumlah dan lanjut</source>
            <translation>store a count and go on</translation>
        </message>
        <message>
            <source>soal berikutnya, sebelumnya</source>
            <translation>next question, previous question</translation>
        </message>
        <message>
            <source>soal berikutnya yang belum dijawab</source>
            <translation>next unanswered question</translation>
        </message>
        <message>
            <source>cari soal</source>
            <translation>search questions</translation>
        </message>
        <message>
            <source>catatan</source>
            <translation>note</translation>
        </message>
        <message>
            <source>bukti</source>
            <translation>evidence</translation>
        </message>
        <message>
            <source>keluar dari isian; kembali ke daftar</source>
            <translation>leave a field; back to the list</translation>
        </message>
        <message>
            <source>impor lembar kerja</source>
            <translation>import a worksheet</translation>
        </message>
        <message>
            <source>impor folder</source>
            <translation>import a folder</translation>
        </message>
        <message>
            <source>penilaian baru</source>
            <translation>new evaluation</translation>
        </message>
        <message>
            <source>ekspor PDF dan XLSX</source>
            <translation>export PDF and XLSX</translation>
        </message>
        <message>
            <source>halaman ini</source>
            <translation>this page</translation>
        </message>
    </context>
    <context>
        <name>LastYearBox</name>
        <message>
            <source>Bawa catatan</source>
            <translation>Bring note</translation>
        </message>
        <message>
            <source>Bawa bukti</source>
            <translation>Bring evidence</translation>
        </message>
        <message>
            <source>Menambahkan catatan tahun lalu di bawah catatan Anda</source>
            <translation>Adds last year's note below yours</translation>
        </message>
        <message>
            <source>Menambahkan bukti tahun lalu yang belum ada</source>
            <translation>Adds last year's evidence that is not there yet</translation>
        </message>
        <message>
            <source>Soal {codes}</source>
            <translation>Question {codes}</translation>
        </message>
        <message>
            <source>Menjawab {answer}.</source>
            <translation>Answered {answer}.</translation>
        </message>
        <message>
            <source>Bukti: {names}</source>
            <translation>Evidence: {names}</translation>
        </message>
        <message>
            <source>Temuan: {note}</source>
            <translation>Finding: {note}</translation>
        </message>
        <message>
            <source>Rekomendasi: {text}</source>
            <translation>Recommendation: {text}</translation>
        </message>
    </context>
    <context>
        <name>LayoutNames</name>
        <message>
            <source>Lampiran III</source>
            <translation>Lampiran III</translation>
        </message>
        <message>
            <source>Jawaban PortalRB</source>
            <translation>PortalRB answers</translation>
        </message>
        <message>
            <source>tiga tahap berdampingan</source>
            <translation>three stages side by side</translation>
        </message>
        <message>
            <source>satu tabel</source>
            <translation>one table</translation>
        </message>
        <message>
            <source>formulir 2014</source>
            <translation>form of 2014</translation>
        </message>
        <message>
            <source>ekspor ZI Desktop</source>
            <translation>ZI Desktop export</translation>
        </message>
        <message>
            <source>tata letak lain</source>
            <translation>another layout</translation>
        </message>
        <message>
            <source>kepala</source>
            <translation>header</translation>
        </message>
        <message>
            <source>judul</source>
            <translation>headings</translation>
        </message>
        <message>
            <source>jumlah</source>
            <translation>totals</translation>
        </message>
        <message>
            <source>kelompok</source>
            <translation>groups</translation>
        </message>
        <message>
            <source>baris penjumlahan</source>
            <translation>sum rows</translation>
        </message>
        <message>
            <source>sisa</source>
            <translation>leftovers</translation>
        </message>
        <message>
            <source>tanda tangan</source>
            <translation>signature</translation>
        </message>
        <message>
            <source>keterangan</source>
            <translation>remarks</translation>
        </message>
        <message>
            <source>meragukan</source>
            <translation>doubtful</translation>
        </message>
        <message>
            <source>diabaikan</source>
            <translation>left out</translation>
        </message>
        <message>
            <source>tidak dikenal</source>
            <translation>unknown</translation>
        </message>
    </context>
    <context>
        <name>MainMenu</name>
        <message>
            <source>Penilaian baru</source>
            <translation>New evaluation</translation>
        </message>
        <message>
            <source>Impor lembar kerja…</source>
            <translation>Import a worksheet…</translation>
        </message>
        <message>
            <source>Impor folder…</source>
            <translation>Import folder…</translation>
        </message>
        <message>
            <source>Ekspor PDF dan XLSX…</source>
            <translation>Export PDF and XLSX…</translation>
        </message>
        <message>
            <source>Tim penilai…</source>
            <translation>Evaluation team…</translation>
        </message>
        <message>
            <source>Ambang batas…</source>
            <translation>Minimums…</translation>
        </message>
        <message>
            <source>Bahasa</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Tampilan</source>
            <translation>Appearance</translation>
        </message>
        <message>
            <source>Ikuti sistem</source>
            <translation>As the system</translation>
        </message>
        <message>
            <source>Terang</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>Gelap</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>Tombol</source>
            <translation>Keys</translation>
        </message>
    </context>
    <context>
        <name>MappingColumns</name>
        <message>
            <source>(tanpa judul)</source>
            <translation>(no header)</translation>
        </message>
        <message>
            <source>Arti kolom {column} {header}</source>
            <translation>Meaning of column {column} {header}</translation>
        </message>
    </context>
    <context>
        <name>MappingRows</name>
        <message>
            <source>Cari bunyi atau kode</source>
            <translation>Search wording or code</translation>
        </message>
        <message>
            <source>Cari baris</source>
            <translation>Search rows</translation>
        </message>
        <message>
            <source>Baris ini dibaca sebagai</source>
            <translation>This row is read as</translation>
        </message>
        <message>
            <source>Pakai usulan</source>
            <translation>Take the proposal</translation>
        </message>
        <message>
            <source>Abaikan</source>
            <translation>Leave out</translation>
        </message>
        <message>
            <source>Baris lembar kerja</source>
            <translation>Rows of the worksheet</translation>
        </message>
        <message>
            <source>Baris {row}</source>
            <translation>Row {row}</translation>
        </message>
    </context>
    <context>
        <name>MappingRowsModel</name>
        <message>
            <source>Baris</source>
            <translation>Row</translation>
        </message>
        <message>
            <source>Bunyi di berkas</source>
            <translation>Wording in the file</translation>
        </message>
        <message>
            <source>Dibaca sebagai</source>
            <translation>Read as</translation>
        </message>
        <message>
            <source>Yakin</source>
            <translation>Sure</translation>
        </message>
        <message>
            <source>Sebab</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>menurut Anda</source>
            <translation>your word</translation>
        </message>
        <message>
            <source>tidak dikenal</source>
            <translation>unknown</translation>
        </message>
    </context>
    <context>
        <name>MappingTab</name>
        <message>
            <source>Lembar yang dibaca</source>
            <translation>The sheet that is read</translation>
        </message>
        <message>
            <source>Lembar</source>
            <translation>Sheet</translation>
        </message>
        <message>
            <source>Batalkan koreksi</source>
            <translation>Drop corrections</translation>
        </message>
        <message>
            <source>Kolom</source>
            <translation>Columns</translation>
        </message>
        <message>
            <source>Tidak ada yang perlu dikoreksi pada berkas ini.</source>
            <translation>There is nothing to correct in this file.</translation>
        </message>
        <message>
            <source>Baris</source>
            <translation>Rows</translation>
        </message>
    </context>
    <context>
        <name>MappingWords</name>
        <message>
            <source>Tidak dikenal</source>
            <translation>Unknown</translation>
        </message>
        <message>
            <source>Abaikan</source>
            <translation>Leave out</translation>
        </message>
        <message>
            <source>Jawaban</source>
            <translation>Answer</translation>
        </message>
        <message>
            <source>Catatan</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Bukti</source>
            <translation>Evidence</translation>
        </message>
        <message>
            <source>Temuan</source>
            <translation>Finding</translation>
        </message>
        <message>
            <source>Rekomendasi</source>
            <translation>Recommendation</translation>
        </message>
        <message>
            <source>Nilai</source>
            <translation>Score</translation>
        </message>
        <message>
            <source>Keputusan penyebut nol</source>
            <translation>Decision on a zero base</translation>
        </message>
        <message>
            <source>Nomor dan bunyi</source>
            <translation>Number and wording</translation>
        </message>
        <message>
            <source>Bunyi soal</source>
            <translation>Wording</translation>
        </message>
        <message>
            <source>Penjelasan pilihan</source>
            <translation>Explanation of options</translation>
        </message>
        <message>
            <source>Jenis jawaban</source>
            <translation>Type of answer</translation>
        </message>
        <message>
            <source>Bobot</source>
            <translation>Weight</translation>
        </message>
        <message>
            <source>Kode soal</source>
            <translation>Question code</translation>
        </message>
    </context>
    <context>
        <name>NewDialog</name>
        <message>
            <source>Penilaian baru</source>
            <translation>New evaluation</translation>
        </message>
        <message>
            <source>Buat penilaian</source>
            <translation>Make evaluation</translation>
        </message>
        <message>
            <source>misalnya Kantor Pelayanan Contoh</source>
            <translation>for example Example Service Office</translation>
        </message>
        <message>
            <source>Unit kerja</source>
            <translation>Work unit</translation>
        </message>
        <message>
            <source>Tahun</source>
            <translation>Year</translation>
        </message>
        <message>
            <source>Tahap</source>
            <translation>Stage</translation>
        </message>
        <message>
            <source>Formulir dipilih menurut tahun: sejak 2022 PermenPANRB 90/2021.</source>
            <translation>The form follows the year: since 2022 PermenPANRB 90/2021.</translation>
        </message>
    </context>
    <context>
        <name>NumberInput</name>
        <message>
            <source>Indeks, 0 sampai 4</source>
            <translation>Index, 0 to 4</translation>
        </message>
    </context>
    <context>
        <name>OfficialText</name>
        <message>
            <source>Teks resmi (dari berkas Anda)</source>
            <translation>Official text (from your file)</translation>
        </message>
        <message>
            <source>Ringkas</source>
            <translation>Less</translation>
        </message>
        <message>
            <source>Selengkapnya</source>
            <translation>More</translation>
        </message>
    </context>
    <context>
        <name>OptionRow</name>
        <message>
            <source>nilai {value}</source>
            <translation>value {value}</translation>
        </message>
    </context>
    <context>
        <name>OthersBox</name>
        <message>
            <source>Menjawab {answer}.</source>
            <translation>Answered {answer}.</translation>
        </message>
        <message>
            <source>Bukti: {names}</source>
            <translation>Evidence: {names}</translation>
        </message>
        <message>
            <source>Temuan: {note}</source>
            <translation>Finding: {note}</translation>
        </message>
        <message>
            <source>Rekomendasi: {text}</source>
            <translation>Recommendation: {text}</translation>
        </message>
    </context>
    <context>
        <name>PassphraseDialog</name>
        <message>
            <source>Lindungi penyimpanan</source>
            <translation>Protect the store</translation>
        </message>
        <message>
            <source>Penyimpanan terkunci</source>
            <translation>The store is locked</translation>
        </message>
        <message>
            <source>Buat</source>
            <translation>Make</translation>
        </message>
        <message>
            <source>Buka</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Komputer ini tidak punya gantungan kunci sistem. Tentukan kata sandi untuk data Anda; tanpa kata sandi ini data tidak dapat dibuka oleh siapa pun.</source>
            <translation>This computer has no system keyring. Choose a passphrase for your data; without it nobody can open them.</translation>
        </message>
        <message>
            <source>Masukkan kata sandi penyimpanan ini.</source>
            <translation>Enter the passphrase of this store.</translation>
        </message>
        <message>
            <source>Kata sandi</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>Sekali lagi</source>
            <translation>Once more</translation>
        </message>
        <message>
            <source>Ingat di gantungan kunci sistem</source>
            <translation>Remember in the system keyring</translation>
        </message>
        <message>
            <source>Keluar</source>
            <translation>Quit</translation>
        </message>
    </context>
    <context>
        <name>PredikatLine</name>
        <message>
            <source>memenuhi semua syarat</source>
            <translation>all gates met</translation>
        </message>
        <message>
            <source>{n} syarat lagi</source>
            <translation>{n} gates to go</translation>
        </message>
        <message>
            <source>memenuhi, bila sudah {predikat}</source>
            <translation>met, if {predikat} already</translation>
        </message>
    </context>
    <context>
        <name>ProgressRow</name>
        <message>
            <source>Kemajuan</source>
            <translation>Progress</translation>
        </message>
        <message>
            <source>Batal</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>{what} {done} dari {of}</source>
            <translation>{what} {done} of {of}</translation>
        </message>
        <message>
            <source> · kira-kira {seconds} detik lagi</source>
            <translation> · about {seconds} s left</translation>
        </message>
    </context>
    <context>
        <name>Ratio</name>
        <message>
            <source>Penurunan dibanding tahun lalu; tidak pernah di bawah 0 %.</source>
            <translation>Decrease since last year; never below 0 %.</translation>
        </message>
        <message>
            <source>Paling tinggi 100 %.</source>
            <translation>At most 100 %.</translation>
        </message>
        <message>
            <source>Lebih dari yang ada: dihitung 100 %. Periksa angkanya.</source>
            <translation>More than there are: counts 100 %. Check the numbers.</translation>
        </message>
        <message>
            <source>Dari 0 sampai {full}.</source>
            <translation>From 0 to {full}.</translation>
        </message>
        <message>
            <source>0 dan 0: nilai penuh, 100 %</source>
            <translation>0 and 0: full, 100 %</translation>
        </message>
    </context>
    <context>
        <name>RefusedDialog</name>
        <message>
            <source>Penyimpanan tidak dapat dibuka</source>
            <translation>The store cannot be opened</translation>
        </message>
        <message>
            <source>Tutup</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>ScorePanel</name>
        <message>
            <source>Nilai</source>
            <translation>Scores</translation>
        </message>
        <message>
            <source>* ambang belum terverifikasi</source>
            <translation>* minimum not verified</translation>
        </message>
        <message>
            <source>Nilai total {total}</source>
            <translation>Total score {total}</translation>
        </message>
        <message>
            <source>Lengkap: {done}/{of} soal dijawab</source>
            <translation>Complete: {done}/{of} questions answered</translation>
        </message>
        <message>
            <source>Belum lengkap: {done}/{of} soal dijawab</source>
            <translation>Incomplete: {done}/{of} questions answered</translation>
        </message>
    </context>
    <context>
        <name>SignerRow</name>
        <message>
            <source>Kata sandi</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>Kata sandi {file}</source>
            <translation>Passphrase of {file}</translation>
        </message>
        <message>
            <source>Peran {file}</source>
            <translation>Role of {file}</translation>
        </message>
        <message>
            <source>Hapus {file}</source>
            <translation>Remove {file}</translation>
        </message>
    </context>
    <context>
        <name>SignersBox</name>
        <message>
            <source>Belum ada penanda tangan; berkas akan dibuat tanpa tanda tangan.</source>
            <translation>Nobody signs yet; the files will be made without a signature.</translation>
        </message>
        <message>
            <source>Berkas PKCS#12…</source>
            <translation>PKCS#12 file…</translation>
        </message>
        <message>
            <source>Buat identitas lokal…</source>
            <translation>Make a local identity…</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Tersimpan {time}</source>
            <translation>Stored {time}</translation>
        </message>
        <message>
            <source>Enter buka · Ctrl+I impor · Ctrl+N baru · ? semua tombol</source>
            <translation>Enter open · Ctrl+I import · Ctrl+N new · ? all keys</translation>
        </message>
        <message>
            <source>A–E jawab · N lanjut · U belum dijawab · / cari · ? semua tombol</source>
            <translation>A–E, Y, T answer · N next · U unanswered · / search · ? all keys</translation>
        </message>
        <message>
            <source>{n} perlu diperiksa</source>
            <translation>{n} to be checked</translation>
        </message>
    </context>
    <context>
        <name>TableKeeper</name>
        <message>
            <source>Simpan CSV…</source>
            <translation>Save CSV…</translation>
        </message>
        <message>
            <source>Salin tabel</source>
            <translation>Copy table</translation>
        </message>
        <message>
            <source>Tersalin</source>
            <translation>Copied</translation>
        </message>
        <message>
            <source>hasil-impor.csv</source>
            <translation>import-result.csv</translation>
        </message>
        <message>
            <source>Simpan tabel</source>
            <translation>Save table</translation>
        </message>
    </context>
    <context>
        <name>TeamDialog</name>
        <message>
            <source>Tim penilai</source>
            <translation>Evaluation team</translation>
        </message>
        <message>
            <source>Simpan tim</source>
            <translation>Save team</translation>
        </message>
        <message>
            <source>Nama</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Peran</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>Anggota lagi</source>
            <translation>One more member</translation>
        </message>
        <message>
            <source>misalnya Ketua Tim</source>
            <translation>for example Team leader</translation>
        </message>
        <message>
            <source>{field} anggota {n}</source>
            <translation>{field} of member {n}</translation>
        </message>
    </context>
    <context>
        <name>ThresholdsDialog</name>
        <message>
            <source>Ambang batas</source>
            <translation>Minimums</translation>
        </message>
        <message>
            <source>Simpan</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Ambang formulir ini tertulis di peraturannya ({basis}) dan tidak diubah.</source>
            <translation>The minimums of this form stand in its regulation ({basis}) and are not changed.</translation>
        </message>
        <message>
            <source>Tutup</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Pakai ambang ini</source>
            <translation>Use these minimums</translation>
        </message>
        <message>
            <source>Angka ini belum terverifikasi dari teks peraturannya. Periksa dan ubah bila perlu; di layar dan di laporan angka ini tetap diberi tanda.</source>
            <translation>These numbers have not been verified in the regulation's text. Check them and change them if needed; on screen and in reports they stay marked.</translation>
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Tutup pesan</source>
            <translation>Close the message</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Kembali ke daftar (Esc)</source>
            <translation>Back to the list (Esc)</translation>
        </message>
        <message>
            <source>Kemajuan</source>
            <translation>Progress</translation>
        </message>
        <message>
            <source>Cari soal  ( / )</source>
            <translation>Search questions  ( / )</translation>
        </message>
        <message>
            <source>Cari soal</source>
            <translation>Search questions</translation>
        </message>
        <message>
            <source>Impor lembar kerja (Ctrl+I)</source>
            <translation>Import a worksheet (Ctrl+I)</translation>
        </message>
        <message>
            <source>Impor</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>Ekspor PDF dan XLSX (Ctrl+P)</source>
            <translation>Export PDF and XLSX (Ctrl+P)</translation>
        </message>
        <message>
            <source>Ekspor</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>Menu</translation>
        </message>
        <message>
            <source>{done} dari {of} soal dijawab</source>
            <translation>{done} of {of} questions answered</translation>
        </message>
    </context>
    <context>
        <name>TreeModel</name>
        <message>
            <source>belum dijawab</source>
            <translation>not answered</translation>
        </message>
        <message>
            <source>ada temuan</source>
            <translation>has a finding</translation>
        </message>
        <message>
            <source>perlu diperiksa</source>
            <translation>to be checked</translation>
        </message>
        <message>
            <source>berbeda dari unit</source>
            <translation>differs from the unit</translation>
        </message>
    </context>
    <context>
        <name>TreePanel</name>
        <message>
            <source>Daftar soal</source>
            <translation>Questions</translation>
        </message>
        <message>
            <source>Semua</source>
            <translation>All</translation>
        </message>
        <message>
            <source>Belum</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Beda</source>
            <translation>Different</translation>
        </message>
        <message>
            <source>Periksa</source>
            <translation>Check</translation>
        </message>
        <message>
            <source>Tidak ada soal dengan kata itu.</source>
            <translation>No question has these words.</translation>
        </message>
        <message>
            <source>Semua soal sudah dijawab.</source>
            <translation>Every question is answered.</translation>
        </message>
        <message>
            <source>Tidak ada jawaban yang berbeda dari unit.</source>
            <translation>No answer differs from the unit's.</translation>
        </message>
        <message>
            <source>Tidak ada yang perlu diperiksa.</source>
            <translation>There is nothing to check.</translation>
        </message>
    </context>
    <context>
        <name>TroubleDialog</name>
        <message>
            <source>Terjadi kesalahan pada program</source>
            <translation>Something went wrong in the program</translation>
        </message>
        <message>
            <source>Tutup</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Ini kesalahan kami, bukan Anda. Semua jawaban sudah tersimpan dan Anda dapat terus bekerja. Salin rinciannya bila Anda ingin melaporkannya.</source>
            <translation>This is our mistake, not yours. Every answer is stored and you can go on working. Copy the details if you want to report it.</translation>
        </message>
        <message>
            <source>Rincian kesalahan</source>
            <translation>Details of the error</translation>
        </message>
        <message>
            <source>Salin rincian</source>
            <translation>Copy the details</translation>
        </message>
    </context>
    <context>
        <name>Undoing</name>
        <message>
            <source>Urungkan</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Diurungkan.</source>
            <translation>Undone.</translation>
        </message>
        <message>
            <source>dan {n} lagi</source>
            <translation>and {n} more</translation>
        </message>
        <message>
            <source>Diurungkan, kecuali yang sudah diubah lagi: {names}.</source>
            <translation>Undone, except what was changed again: {names}.</translation>
        </message>
        <message>
            <source>jawaban</source>
            <translation>answer</translation>
        </message>
        <message>
            <source>catatan</source>
            <translation>note</translation>
        </message>
        <message>
            <source>bukti</source>
            <translation>evidence</translation>
        </message>
        <message>
            <source>temuan</source>
            <translation>finding</translation>
        </message>
        <message>
            <source>tim</source>
            <translation>team</translation>
        </message>
        <message>
            <source>teks resmi</source>
            <translation>official text</translation>
        </message>
        <message>
            <source>penilaian yang sudah berisi</source>
            <translation>evaluation that holds something by now</translation>
        </message>
    </context>
    <context>
        <name>Worklist</name>
        <message>
            <source>Cari unit, tahun, tahap</source>
            <translation>Search unit, year, stage</translation>
        </message>
        <message>
            <source>Cari penilaian</source>
            <translation>Search evaluations</translation>
        </message>
        <message>
            <source>Daftar penilaian</source>
            <translation>Evaluations</translation>
        </message>
        <message>
            <source>Penilaian</source>
            <translation>Evaluations</translation>
        </message>
        <message>
            <source>Impor</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>Impor folder…</source>
            <translation>Import folder…</translation>
        </message>
        <message>
            <source>Penilaian baru</source>
            <translation>New evaluation</translation>
        </message>
        <message>
            <source>Belum ada penilaian</source>
            <translation>No evaluations yet</translation>
        </message>
        <message>
            <source>Di sini berdiri semua unit yang Anda nilai. Mulailah dari lembar kerja Excel yang sudah diisi unit, atau dari lembar kosong. Semua jawaban tersimpan di komputer ini. Tidak perlu jaringan.</source>
            <translation>All the units you evaluate stand here. Begin with an Excel worksheet that a unit has filled in, or with an empty form. Every answer is stored on this computer. No network is needed.</translation>
        </message>
        <message>
            <source>Impor lembar kerja</source>
            <translation>Import a worksheet</translation>
        </message>
        <message>
            <source>Coba dengan contoh</source>
            <translation>Try it with the sample</translation>
        </message>
        <message>
            <source>satuan kerja rekaan, dua tahap</source>
            <translation>a made-up unit, two stages</translation>
        </message>
        <message>
            <source>{shown} dari {of}</source>
            <translation>{shown} of {of}</translation>
        </message>
        <message>
            <source>Tidak ada penilaian dengan kata itu.</source>
            <translation>No evaluation has these words.</translation>
        </message>
        <message>
            <source>{predikat} {n} syarat lagi</source>
            <translation>{predikat} {n} gates to go</translation>
        </message>
    </context>
    <context>
        <name>WorklistModel</name>
        <message>
            <source>Unit kerja</source>
            <translation>Work unit</translation>
        </message>
        <message>
            <source>Tahun</source>
            <translation>Year</translation>
        </message>
        <message>
            <source>Tahap</source>
            <translation>Stage</translation>
        </message>
        <message>
            <source>Kemajuan</source>
            <translation>Progress</translation>
        </message>
        <message>
            <source>Nilai</source>
            <translation>Total</translation>
        </message>
        <message>
            <source>Syarat predikat</source>
            <translation>Predikat gates</translation>
        </message>
        <message>
            <source>Diubah</source>
            <translation>Changed</translation>
        </message>
        <message>
            <source>{predikat} memenuhi</source>
            <translation>{predikat} met</translation>
        </message>
        <message>
            <source>{predikat} {n} syarat lagi</source>
            <translation>{predikat} {n} gates to go</translation>
        </message>
    </context>
    <context>
        <name>XrayReport</name>
        <message>
            <source>Pemeriksaan berkas {file}</source>
            <translation>Examination of the file {file}</translation>
        </message>
        <message>
            <source>Lembar {sheet}, {layout}, edisi {edition}</source>
            <translation>Sheet {sheet}, {layout}, edition {edition}</translation>
        </message>
        <message>
            <source>tidak ada</source>
            <translation>none</translation>
        </message>
        <message>
            <source>{stage}: nilai di berkas {theirs}, hitungan ulang {ours}</source>
            <translation>{stage}: the file's score {theirs}, recomputed {ours}</translation>
        </message>
        <message>
            <source>Tidak ada sel yang menyimpang.</source>
            <translation>No cell deviates.</translation>
        </message>
    </context>
</TS>
