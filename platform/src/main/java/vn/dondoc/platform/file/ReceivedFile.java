package vn.dondoc.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file that somebody sent, looked at and lying on the disk while it is dealt with: it is never whole in memory.
 *
 * @param name as it is shown to people, its ending says what it is
 * @param size in bytes
 * @param sha256 in hexadecimal digits
 */
public record ReceivedFile(Path path, String name, long size, String sha256, FileKind kind) implements AutoCloseable {

    /** @throws vn.dondoc.platform.problem.ProblemException 422 for what is not taken */
    public static ReceivedFile of(MultipartFile sent) throws IOException {
        var path = Files.createTempFile("received-", ".part");
        try {
            String sha256;
            try (var in = sent.getInputStream(); OutputStream out = Files.newOutputStream(path)) {
                sha256 = Fingerprint.passing(in, out);
            }
            var kind = FileKind.of(path);
            return new ReceivedFile(path, kind.named(FileNames.of(sent.getOriginalFilename(), "tep")), Files.size(path), sha256, kind);
        } catch (IOException | RuntimeException refused) {
            Files.deleteIfExists(path);
            throw refused;
        }
    }

    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
