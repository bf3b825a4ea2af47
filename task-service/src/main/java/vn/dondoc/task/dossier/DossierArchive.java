package vn.dondoc.task.dossier;

import com.mongodb.MongoGridFSException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Download.Writing;
import vn.dondoc.task.file.TaskFile;

/**
 * Writes the file of a task as an archive, part by part. Fingerprints are taken of what is written, not of what was noted; a file that is
 * another one now, or lost, is said in the manifest and does not stop the rest.
 */
final class DossierArchive {

    private static final String EVIDENCE = "minh-chung/";

    private final ZipOutputStream zip;
    private final Dossier dossier;
    private final Manifest manifest = new Manifest();

    private DossierArchive(Dossier dossier, ZipOutputStream zip) {
        this.dossier = dossier;
        this.zip = zip;
    }

    /** @param open what a file holds; nothing where it is lost */
    static void write(Dossier dossier, Function<TaskFile, Optional<InputStream>> open, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            new DossierArchive(dossier, zip).all(open);
        }
    }

    private void all(Function<TaskFile, Optional<InputStream>> open) throws IOException {
        made("ho-so.txt", DossierText.of(dossier));
        var book = put("dien-bien.xlsx", out -> DossierBook.write(dossier, out));
        manifest.add(new Manifest.Part("dien-bien.xlsx", book.size(), null, book.sha256()));
        var number = 0;
        for (var piece : dossier.pieces()) {
            number++;
            var file = piece.file();
            var name = EVIDENCE + String.format("%02d-", number) + (file == null ? piece.attached().id() : plain(file.name()));
            evidence(piece, name, file == null ? Optional.empty() : open.apply(file));
        }
        var words = dossier.words();
        var heading = words.say("dossier.asOf", words.day(dossier.asOf().day()), words.moment(dossier.madeAt()));
        put("KIEM-KE.txt", out -> out.write(manifest.text(words, heading).getBytes(StandardCharsets.UTF_8)));
        put("SHA256SUMS", out -> out.write(manifest.sums().getBytes(StandardCharsets.UTF_8)));
    }

    private void made(String name, String text) throws IOException {
        var written = put(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        manifest.add(new Manifest.Part(name, written.size(), null, written.sha256()));
    }

    private void evidence(Dossier.Piece piece, String name, Optional<InputStream> content) throws IOException {
        var submitted = piece.attached().sha256();
        if (content.isEmpty()) {
            manifest.add(new Manifest.Part(name, piece.attached().size(), submitted, null));
            return;
        }
        try (var in = content.get()) {
            var whole = new boolean[] {true};
            var written = put(name, out -> {
                try {
                    in.transferTo(out);
                } catch (MongoGridFSException torn) {
                    whole[0] = false;
                }
            });
            manifest.add(new Manifest.Part(name, written.size(), submitted, whole[0] ? written.sha256() : null));
        }
    }

    /** Of a part that was written. */
    private record Written(long size, String sha256) {}

    private Written put(String name, Writing writing) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.ofInstant(dossier.madeAt(), DomainClock.ZONE));
        zip.putNextEntry(entry);
        var counted = new Counted(zip);
        writing.to(counted);
        counted.flush();
        zip.closeEntry();
        return new Written(counted.size, HexFormat.of().formatHex(counted.digest.getMessageDigest().digest()));
    }

    /** Without what a file system takes for something else. */
    private static String plain(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
    }

    /** Counts and takes the fingerprint; what closes it closes not the archive. */
    private static final class Counted extends FilterOutputStream {

        private final DigestOutputStream digest;
        private long size;

        Counted(OutputStream out) {
            this(new DigestOutputStream(out, sha256()));
        }

        private Counted(DigestOutputStream digest) {
            super(digest);
            this.digest = digest;
        }

        @Override
        public void write(int one) throws IOException {
            digest.write(one);
            size++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            digest.write(bytes, offset, length);
            size += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("Every Java platform has SHA-256", impossible);
            }
        }
    }
}
