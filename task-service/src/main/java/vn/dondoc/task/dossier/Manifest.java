package vn.dondoc.task.dossier;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.task.sheet.Words;

/** Says of each part of an archive which fingerprint it has, and of evidence whether that is the one it was submitted with. */
final class Manifest {

    /**
     * A part.
     *
     * @param submitted the fingerprint in the history; null for what was made for this archive
     * @param found of what stands in the archive; null where nothing could be put there
     */
    record Part(String name, long size, @Nullable String submitted, @Nullable String found) {

        String verdict() {
            if (submitted == null) {
                return "made";
            }
            return found == null ? "lost" : found.equals(submitted) ? "same" : "other";
        }
    }

    private final List<Part> parts = new ArrayList<>();

    void add(Part part) {
        parts.add(part);
    }

    /** For people. */
    String text(Words words, String heading) {
        var text = new StringBuilder(words.say("manifest.title")).append("\r\n").append(heading).append("\r\n");
        for (var part : parts) {
            text.append("\r\n").append(part.name()).append("\r\n");
            text.append("  ").append(words.say("manifest.size", Long.toString(part.size()))).append("\r\n");
            if (part.submitted() != null) {
                text.append("  ").append(words.say("manifest.submitted", part.submitted())).append("\r\n");
            }
            if (part.found() != null) {
                text.append("  ").append(words.say("manifest.found", part.found())).append("\r\n");
            }
            text.append("  ").append(words.say("manifest." + part.verdict())).append("\r\n");
        }
        return text.toString();
    }

    /** As the program sha256sum checks it: by what was submitted, so that it sees a change too. */
    String sums() {
        var text = new StringBuilder();
        for (var part : parts) {
            var sum = part.submitted() == null ? part.found() : part.submitted();
            text.append(sum).append("  ").append(part.name()).append('\n');
        }
        return text.toString();
    }
}
