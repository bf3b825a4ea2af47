package vn.dondoc.backup;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.bson.RawBsonDocument;

/** A backup file that is read. It came over networks and disks: nothing in it is believed before its fingerprint was compared. */
public final class BackupFile implements AutoCloseable {

    private static final int LARGEST_DOCUMENT = 16 * 1024 * 1024 + 16 * 1024;
    private static final int SMALLEST_DOCUMENT = 5;
    private static final int LARGEST_MANIFEST = 64 * 1024 * 1024;

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws BackupFault where it is no backup */
    public static BackupFile open(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new BackupFault(file + " cannot be read.");
        }
        try {
            var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
            try {
                return new BackupFile(zip, manifest(zip));
            } catch (IOException | RuntimeException unreadable) {
                zip.close();
                throw unreadable;
            }
        } catch (ZipException broken) {
            throw new BackupFault(file + " is no backup of this program, or was broken off.", broken);
        }
    }

    /** Nothing else vouches for it: its own checksum is compared, which the library does not do when it reads at random. */
    private static Manifest manifest(ZipFile zip) throws IOException {
        var entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new ZipException("no manifest");
        }
        byte[] bytes;
        try (var stream = zip.getInputStream(entry)) {
            bytes = stream.readNBytes(LARGEST_MANIFEST);
        }
        var sum = new CRC32();
        sum.update(bytes);
        if (sum.getValue() != entry.getCrc()) {
            throw new ZipException("the manifest is not as it was written");
        }
        return Manifest.read(new String(bytes, StandardCharsets.UTF_8));
    }

    public Manifest manifest() {
        return manifest;
    }

    /** What is done with each document. */
    interface Taker {
        void take(RawBsonDocument document);
    }

    /**
     * Hands over the documents of a collection in the order of the file.
     *
     * @throws BackupFault where they are not what the manifest says, after they were handed over: look first
     */
    void each(Manifest.Stored stored, Taker taker) throws IOException {
        var entry = zip.getEntry(stored.entry());
        if (entry == null) {
            throw new BackupFault("The file lacks " + stored.full() + ".");
        }
        var digest = Taking.Fingerprints.sha256();
        var documents = 0L;
        try (var stream = new DataInputStream(new BufferedInputStream(zip.getInputStream(entry), 1 << 20))) {
            for (var length = length(stream); length != 0; length = length(stream)) {
                if (length < SMALLEST_DOCUMENT || length > LARGEST_DOCUMENT) {
                    throw changed(stored);
                }
                var bytes = new byte[length];
                bytes[0] = (byte) length;
                bytes[1] = (byte) (length >> 8);
                bytes[2] = (byte) (length >> 16);
                bytes[3] = (byte) (length >> 24);
                stream.readFully(bytes, Integer.BYTES, length - Integer.BYTES);
                digest.update(bytes);
                documents++;
                taker.take(new RawBsonDocument(bytes));
            }
        } catch (EOFException | ZipException broken) {
            throw new BackupFault(stored.full() + " is not as it was written.", broken);
        }
        if (documents != stored.documents() || !HexFormat.of().formatHex(digest.digest()).equals(stored.sha256())) {
            throw changed(stored);
        }
    }

    /** Of the next document; 0 at the end. */
    private static int length(DataInputStream stream) throws IOException {
        var first = stream.read();
        return first < 0 ? 0 : first | stream.readUnsignedByte() << 8 | stream.readUnsignedByte() << 16 | stream.readUnsignedByte() << 24;
    }

    private static BackupFault changed(Manifest.Stored stored) {
        return new BackupFault(stored.full() + " is not as it was written.");
    }

    /** Reads everything once and compares it with the manifest. */
    public void verify() throws IOException {
        for (var stored : manifest.collections()) {
            each(stored, _ -> {});
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
