package vn.dondoc.contracts.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Records as they were published, one folder for each version: files are added, never changed. A file is named after its
 * type; one that shows another form of it has a word behind: {@code TaskPlanned.ongoing.json}.
 */
final class GoldenFiles {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private GoldenFiles() {}

    record Golden(String version, String name, Class<?> type, String json) {

        JsonNode tree() {
            return EventJson.mapper().readTree(json);
        }

        @Override
        public String toString() {
            return version + "/" + name;
        }
    }

    /** The types that have to have files: events, and states of the compacted topic. */
    static Map<String, Class<?>> types() {
        var types = new TreeMap<String, Class<?>>(EventTypes.all());
        types.putAll(TopicText.ORGANISATION.types());
        return types;
    }

    static List<Golden> all() {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().map(GoldenFiles::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest file of each type, in its full form. */
    static Stream<Golden> newest() {
        var newest = new TreeMap<String, Golden>();
        all().stream().filter(golden -> types().containsKey(golden.name())).forEach(golden -> newest.put(golden.name(), golden));
        return newest.values().stream();
    }

    private static Golden read(Path file) {
        try {
            var name = file.getFileName().toString().replace(".json", "");
            var type = types().get(name.split("\\.", 2)[0]);
            return new Golden(file.getParent().getFileName().toString(), name, type, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
