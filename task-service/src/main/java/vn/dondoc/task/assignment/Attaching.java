package vn.dondoc.task.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.history.HistoryEntry;
import vn.dondoc.platform.history.Refusal;

/**
 * Files that go with what is told of a task. The history keeps their ids and fingerprints, so that a file that was changed later is seen;
 * their names are people's words and stand beside the entry.
 */
public final class Attaching {

    /** In the history only, behind the entry of what the files go with. */
    public static final String TYPE = "FilesAttached";
    public static final int MOST = 10;

    private static final String FILES = "files";

    private Attaching() {}

    /**
     * A file as the history knows it.
     *
     * @param sha256 in hexadecimal digits
     * @param size in bytes
     */
    public record Attached(String id, String sha256, long size) {}

    /** A file, and what people call it. */
    public record Named(Attached file, String name) {}

    /** Why somebody may send no file now: whoever may tell progress may also show it. */
    public static Optional<Refusal> refusal(Assignment task, Standpoint who) {
        return Rights.refusal(task, who, Command.PROGRESS);
    }

    /** What was decided, with the files that go with it; a refusal stays one. */
    public static Decision<Assignment> to(Decision<Assignment> told, List<Named> files) {
        if (files.isEmpty() || !(told instanceof Decision.Accepted<Assignment>(Assignment state, List<Fact> facts))) {
            return told;
        }
        var all = new ArrayList<>(facts);
        var data = Map.<String, Object>of(FILES, files.stream().map(named -> Map.of(
                "id", named.file().id(), "sha256", named.file().sha256(), "size", named.file().size())).toList());
        all.add(Fact.internal(TYPE, state.commune(), data).withText(files.stream().map(Named::name).collect(Collectors.joining(", "))));
        return new Decision.Accepted<>(state, all);
    }

    /** The files that an entry of a history tells of. */
    public static List<Attached> in(HistoryEntry entry) {
        if (!entry.type().equals(TYPE) || !(entry.data().get(FILES) instanceof List<?> files)) {
            return List.of();
        }
        return files.stream().map(file -> attached((Map<?, ?>) file)).toList();
    }

    private static Attached attached(Map<?, ?> file) {
        return new Attached(text(file, "id"), text(file, "sha256"), Long.parseLong(text(file, "size")));
    }

    private static String text(Map<?, ?> file, String name) {
        return Objects.requireNonNull(file.get(name)).toString();
    }
}
