package vn.dondoc.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Finds the parts that {@code deploy/local/parts} provides, and free ports. */
public final class LocalParts {

    private static final int LIMIT_MINUTES = 10;

    private LocalParts() {}

    /** The project's root: the system property {@code dondoc.root}, else the nearest folder above that has {@code deploy/local}. */
    public static Path root() {
        var given = System.getProperty("dondoc.root");
        var folder = Path.of(given == null ? "" : given).toAbsolutePath();
        for (@Nullable Path at = folder; at != null; at = at.getParent()) {
            if (at.resolve("deploy/local/parts").toFile().exists()) {
                return at;
            }
        }
        throw new IllegalStateException("deploy/local/parts is not above " + folder);
    }

    /** Where a part is: the mongod binary, the folder of the broker's jars or of a package. */
    public static Path find(String part) {
        try {
            var process = new ProcessBuilder(root().resolve("deploy/local/parts").toString(), part)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("deploy/local/parts " + part + " did not find it");
            }
            return Path.of(answer);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
