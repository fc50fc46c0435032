import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.poifs.crypt.dsig.SignatureConfig;
import org.apache.poi.poifs.crypt.dsig.SignatureInfo;
import org.apache.poi.poifs.crypt.dsig.SignaturePart;

/** One line for each file, in order: "true false …", one word a signature, or "! reason" if it cannot be read. */
public class VerifyPoi {
    public static void main(String[] files) {
        for (String file : files) {
            System.out.println(verify(new File(file)));
        }
    }

    private static String verify(File file) {
        try (OPCPackage opened = OPCPackage.open(file, PackageAccess.READ)) {
            SignatureConfig config = new SignatureConfig();
            config.setOpcPackage(opened);
            SignatureInfo info = new SignatureInfo();
            info.setSignatureConfig(config);
            List<String> valid = new ArrayList<>();
            for (SignaturePart part : info.getSignatureParts()) {
                valid.add(String.valueOf(part.validate()));
            }
            return String.join(" ", valid);
        } catch (Exception | LinkageError e) {
            return "! " + e.toString().replaceAll("\\s+", " ");
        }
    }
}
