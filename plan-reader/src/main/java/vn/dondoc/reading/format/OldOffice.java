package vn.dondoc.reading.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.reading.UnreadableException;

/** Tells the files of the old office container apart: documents, workbooks, and new ones with a password. */
final class OldOffice {

    private OldOffice() {
    }

    static FileKind kindOf(byte[] file) {
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            DirectoryNode root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new UnreadableException(UnreadableCode.FILE_ENCRYPTED, "encrypted package");
            }
            if (root.hasEntryCaseInsensitive("Macros") || root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR") || root.hasEntryCaseInsensitive("VBA")) {
                throw new UnreadableException(UnreadableCode.MACROS, "a macro project");
            }
            if (root.hasEntryCaseInsensitive("WordDocument")) {
                return FileKind.DOC;
            }
            if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
                return FileKind.XLS;
            }
            throw new UnreadableException(UnreadableCode.TYPE_UNKNOWN, "another kind of office container");
        } catch (IOException broken) {
            throw new UnreadableException(UnreadableCode.FILE_CORRUPT, String.valueOf(broken.getMessage()));
        }
    }
}
