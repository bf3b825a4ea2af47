package vn.dondoc.testing.settings;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import vn.dondoc.testing.LocalParts;

/** The main sources of a module, and the settings that its configuration takes from the environment. */
record Module(String name, List<Path> sources, String code, Set<String> names, List<Bound> bound) {

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern NAME = Pattern.compile("\\b[A-Z]+_[A-Z0-9_]+\\b");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::(.*))?}");

    /** A setting that comes from a variable: where it stands, what it is without the variable, and the comment above it. */
    record Bound(String path, String variable, String usual, String comment) {}

    static Module of(String name) {
        var main = LocalParts.root().resolve(name).resolve("src/main");
        try (var files = Files.walk(main)) {
            var all = files.filter(Files::isRegularFile).sorted().toList();
            var sources = all.stream().filter(file -> file.toString().endsWith(".java")).toList();
            var configuration = all.stream().filter(file -> file.getParent().endsWith("resources") && file.toString().endsWith(".yaml")).toList();
            var bound = configuration.stream().filter(file -> !file.endsWith("application-local.yaml")).flatMap(file -> bound(text(file)).stream()).toList();
            var code = Stream.concat(sources.stream(), configuration.stream()).map(Module::text).collect(Collectors.joining("\n"));
            return new Module(name, sources, code, namesOf(code), bound);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether code or configuration say that name. */
    boolean says(String variable) {
        return names.contains(variable);
    }

    /** Whether code asks the environment for it, by its name or by one that is put together from its beginning. */
    boolean asksFor(String variable) {
        return code.contains('"' + variable + '"') || code.contains('"' + variable.substring(0, variable.lastIndexOf('_') + 1) + '"');
    }

    Optional<Bound> of(String path, String variable) {
        return bound.stream().filter(one -> one.path().equals(path) && one.variable().equals(variable)).findFirst();
    }

    /** What the module's code takes where the variable is not set. */
    String usualInCode(String variable) {
        return Stream.of("getProperty(\"", "duration(\"").map(call -> call + variable + "\", \"").filter(code::contains)
                .map(call -> code.indexOf(call) + call.length()).map(begin -> code.substring(begin, code.indexOf('"', begin))).findFirst().orElse("");
    }

    /** Whether the start says a sentence of its own where it is missing. */
    boolean needs(String variable) {
        return Stream.of("{name: " + variable + ", of: ", " text(\"" + variable + "\", \"", "url(\"" + variable + "\", \"", "(text(\"" + variable + "\", \"").anyMatch(code::contains);
    }

    /** A value of the configuration that takes nothing from outside. */
    String plain(String path) {
        var last = path.substring(path.lastIndexOf('.') + 1);
        var found = Pattern.compile("(?m)^ +" + last + ": (\\S+)$").matcher(code);
        return found.find() ? found.group(1) : "";
    }

    private static Set<String> namesOf(String code) {
        return NAME.matcher(COMMENT.matcher(code).replaceAll("")).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static List<Bound> bound(String text) {
        var found = new ArrayList<Bound>();
        gather("", new Yaml().compose(new StringReader(text)), text.lines().toList(), found);
        return found;
    }

    private static void gather(String path, Node node, List<String> lines, List<Bound> found) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> gather(
                    (path.isEmpty() ? "" : path + ".") + ((ScalarNode) tuple.getKeyNode()).getValue(), tuple.getValueNode(), lines, found));
        } else if (node instanceof ScalarNode scalar) {
            var match = PLACEHOLDER.matcher(scalar.getValue());
            if (match.matches()) {
                found.add(new Bound(path, match.group(1), Optional.ofNullable(match.group(2)).orElse(""), comment(lines, scalar.getStartMark().getLine())));
            }
        }
    }

    private static String comment(List<String> lines, int line) {
        var first = line;
        while (first > 0 && lines.get(first - 1).strip().startsWith("#")) {
            first--;
        }
        return lines.subList(first, line).stream().map(one -> one.strip().substring(1).strip()).collect(Collectors.joining(" "));
    }
}
