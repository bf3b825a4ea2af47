package vn.dondoc.console.token;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The file of the signing keys, which several instances may share: a set of keys, or the one key of an earlier version. It is read again
 * whenever it was written, and changed whole under a lock.
 */
final class KeyFile {

    private record Read(FileTime written, List<RSAKey> keys) {}

    private final Path file;
    private volatile @Nullable Read read;

    private KeyFile(Path file) {
        this.file = file;
    }

    /** Reads the keys; where the file is missing and that is allowed, makes one that only its owner can read. */
    static KeyFile at(Path file, boolean mayMake, Clock systemClock) {
        try {
            if (mayMake && !Files.exists(file)) {
                make(file, systemClock);
            }
        } catch (IOException unwritable) {
            throw unreadable(file, unwritable);
        }
        var keys = new KeyFile(file);
        keys.keys();
        return keys;
    }

    private static void make(Path file, Clock systemClock) throws IOException {
        var parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        var fresh = written(file, List.of(SigningKeys.made(systemClock.instant())));
        try {
            // A hard link appears whole or not at all: two instances that start together agree on the first
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException madeByAnother) {
            // theirs is read
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    List<RSAKey> keys() {
        try {
            var written = Files.getLastModifiedTime(file);
            var present = read;
            if (present == null || !present.written().equals(written)) {
                present = new Read(written, parsed(Files.readString(file)));
                read = present;
            }
            return present.keys();
        } catch (IOException | ParseException fault) {
            throw unreadable(file, fault);
        }
    }

    private List<RSAKey> parsed(String text) throws ParseException {
        var keys = text.contains("\"keys\"") ? JWKSet.parse(text).getKeys().stream().map(key -> key.toRSAKey()).toList() : List.of(RSAKey.parse(text));
        if (keys.isEmpty() || keys.stream().anyMatch(key -> !key.isPrivate())) {
            throw new ParseException("No private key in it", 0);
        }
        return keys;
    }

    /** Writes what the change makes of the present keys; other instances wait meanwhile. */
    synchronized void change(UnaryOperator<List<RSAKey>> change) {
        var lock = file.resolveSibling(file.getFileName() + ".lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE); var held = channel.lock()) {
            assert held.isValid();
            read = null;
            var fresh = written(file, change.apply(keys()));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            read = null;
        } catch (IOException unwritable) {
            throw new IllegalStateException("DONDOC_SIGNING_KEY names a file that cannot be written: " + file, unwritable);
        }
    }

    private static Path written(Path file, List<RSAKey> keys) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "signing-key", ".new", owner);
        return Files.writeString(fresh, new JWKSet(List.copyOf(keys)).toString(false));
    }

    private static IllegalStateException unreadable(Path file, Exception fault) {
        return new IllegalStateException("DONDOC_SIGNING_KEY names no readable key file: " + file, fault);
    }
}
