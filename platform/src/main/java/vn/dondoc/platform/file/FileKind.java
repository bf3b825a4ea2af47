package vn.dondoc.platform.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.dondoc.platform.problem.ProblemException;

/** The kinds of files that are taken as evidence; what a file holds decides, not what it is called. */
public enum FileKind {

    PDF("application/pdf", Set.of("pdf")),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Set.of("docx")),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Set.of("xlsx")),
    JPEG("image/jpeg", Set.of("jpg", "jpeg")),
    PNG("image/png", Set.of("png"));

    private static final int FIRST_BYTES = 8;
    private static final int MOST_PARTS = 5_000;
    private static final int MOST_OF_THE_LIST = 1024 * 1024;
    private static final String LIST_OF_PARTS = "[Content_Types].xml";

    private final String mediaType;
    private final Set<String> extensions;

    FileKind(String mediaType, Set<String> extensions) {
        this.mediaType = mediaType;
        this.extensions = extensions;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The name with an ending that says what the file is: what calls itself otherwise gets the right one behind it. */
    public String named(String name) {
        var dot = name.lastIndexOf('.');
        var fits = dot >= 0 && extensions.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
        return fits ? name : name + "." + (this == JPEG ? "jpg" : name().toLowerCase(Locale.ROOT));
    }

    /**
     * What a file is.
     *
     * @throws ProblemException 422 for an empty file, another kind, a broken package or one that carries macros
     */
    public static FileKind of(Path file) throws IOException {
        byte[] first;
        try (var in = Files.newInputStream(file)) {
            first = in.readNBytes(FIRST_BYTES);
        }
        if (first.length == 0) {
            throw ProblemException.of(422, "FILE_EMPTY");
        }
        if (starts(first, '%', 'P', 'D', 'F', '-')) {
            return PDF;
        }
        if (starts(first, 0xFF, 0xD8, 0xFF)) {
            return JPEG;
        }
        if (starts(first, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return PNG;
        }
        if (starts(first, 'P', 'K', 3, 4)) {
            return office(file).orElseThrow(() -> ProblemException.of(422, "FILE_KIND_UNKNOWN"));
        }
        throw ProblemException.of(422, "FILE_KIND_UNKNOWN");
    }

    /** Its parts are listed, none but the list is unpacked: a part that unpacks without end costs nothing here. */
    private static Optional<FileKind> office(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var list = zip.getEntry(LIST_OF_PARTS);
            if (list == null || zip.size() > MOST_PARTS) {
                return Optional.empty();
            }
            String types;
            try (var in = zip.getInputStream(list)) {
                types = new String(in.readNBytes(MOST_OF_THE_LIST), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
            }
            var actsByItself = types.contains("macroenabled") || types.contains("vbaproject") || types.contains("activex")
                    || zip.stream().anyMatch(part -> isCode(part.getName().toLowerCase(Locale.ROOT)));
            if (actsByItself) {
                throw ProblemException.of(422, "FILE_MACROS");
            }
            if (types.contains("wordprocessingml.document.main+xml") && zip.getEntry("word/document.xml") != null) {
                return Optional.of(DOCX);
            }
            return types.contains("spreadsheetml.sheet.main+xml") && zip.getEntry("xl/workbook.xml") != null ? Optional.of(XLSX) : Optional.empty();
        } catch (ZipException | IllegalArgumentException broken) {
            throw ProblemException.of(422, "FILE_BROKEN");
        }
    }

    private static boolean isCode(String part) {
        return part.endsWith("vbaproject.bin") || part.contains("/activex/") || part.contains("/macrosheets/");
    }

    private static boolean starts(byte[] file, int... first) {
        if (file.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((file[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
