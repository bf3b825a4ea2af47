package vn.dondoc.plan.draft;

import org.springframework.web.multipart.MultipartFile;
import vn.dondoc.platform.file.FileNames;
import vn.dondoc.platform.file.Fingerprint;

/** What is said of a file that somebody sent. */
public final class UploadedFile {

    private UploadedFile() {}

    /** The name without folders and control characters, as it is shown to people. */
    public static String nameOf(MultipartFile file) {
        return FileNames.of(file.getOriginalFilename(), "document");
    }

    /** Its fingerprint in hexadecimal letters. */
    public static String sha256(byte[] content) {
        return Fingerprint.of(content);
    }
}
