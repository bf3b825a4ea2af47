package vn.dondoc.plan.draft;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.web.multipart.MultipartFile;

/** What is said of a file that somebody sent. */
public final class UploadedFile {

    private static final int LONGEST_NAME = 200;

    private UploadedFile() {}

    /** The name without folders and control characters, as it is shown to people. */
    public static String nameOf(MultipartFile file) {
        var given = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        var name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1).replaceAll("\\p{Cntrl}", "").strip();
        var kept = name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
        return kept.isEmpty() ? "document" : kept;
    }

    /** Its fingerprint in hexadecimal letters. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
