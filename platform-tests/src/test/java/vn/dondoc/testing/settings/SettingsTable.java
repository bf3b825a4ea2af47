package vn.dondoc.testing.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dondoc.testing.LocalParts;

/** The table of what an operator may set, made of the classes of settings and the configuration of all applications. */
final class SettingsTable {

    private static final List<String> SERVICES = List.of("plan-service", "task-service", "reporting-service", "notification-service");
    private static final String CONSOLE = "console";
    private static final String PLATFORM = "platform";
    private static final Pattern DECISION = Pattern.compile("decision (\\d+)");
    private static final Comparator<Row> ORDER = Comparator.comparing(Row::isOfLocalRuns).thenComparingInt(row -> row.rank()).thenComparing(Row::variable);

    private final List<Module> modules = Stream.concat(Stream.of(PLATFORM, CONSOLE), SERVICES.stream()).map(Module::of).toList();
    private final List<Told> told = new ArrayList<>();

    SettingsTable() {
        modules.forEach(module -> told.addAll(Classes.of(module)));
        var named = told.stream().map(Told::variable).collect(Collectors.toSet());
        modules.forEach(module -> module.bound().stream().filter(bound -> !named.contains(bound.variable())).forEach(bound -> alone(module, bound)));
    }

    /** What no class of ours has, since Spring itself reads it: the comment in the configuration says what it is. */
    private void alone(Module module, Module.Bound bound) {
        var values = bound.usual().matches("\\d+") ? "number" : bound.usual().matches("true|false") ? "`true`, `false`" : "text";
        if (bound.usual().startsWith("${")) {
            var path = bound.usual().substring(2, bound.usual().length() - 1);
            modules.stream().filter(one -> SERVICES.contains(one.name()))
                    .forEach(one -> told.add(new Told(one.name(), bound.variable(), bound.path(), one.plain(path), values, false, false, "", bound.comment())));
            return;
        }
        told.add(new Told(module.name(), bound.variable(), bound.path(), bound.usual(), values, false, false, module.needs(bound.variable()) ? "needed" : "", bound.comment()));
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    Module module(String name) {
        return modules.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    List<Row> rows() {
        var byName = told.stream().collect(Collectors.groupingBy(Told::variable, TreeMap::new, Collectors.toList()));
        return byName.entrySet().stream().map(entry -> new Row(entry.getKey(), entry.getValue(), readers(entry.getKey(), entry.getValue()))).sorted(ORDER).toList();
    }

    private Set<String> readers(String variable, List<Told> said) {
        var readers = said.stream().flatMap(one -> readers(one).stream()).collect(Collectors.toCollection(LinkedHashSet::new));
        if (module(CONSOLE).says(variable)) {
            readers.add(CONSOLE);
        }
        return readers;
    }

    private static Collection<String> readers(Told one) {
        return one.module().equals(PLATFORM) ? SERVICES : List.of(one.module());
    }

    @Override
    public String toString() {
        return Stream.concat(
                        Stream.of("| Variable | Who | Default | What it may be | Outside `local` | Secret | Meaning |", "|---|---|---|---|---|---|---|"),
                        rows().stream().map(Row::toString))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** A variable, what is told of it, and who reads it. */
    record Row(String variable, List<Told> told, Set<String> readers) {

        boolean isSecret() {
            return told.stream().anyMatch(Told::secret);
        }

        boolean isOfLocalRuns() {
            return told.stream().allMatch(Told::local);
        }

        String words() {
            return merged(Told::words, one -> one);
        }

        private String needed() {
            var needed = merged(Told::needed, one -> one);
            return isOfLocalRuns() ? "refused" : needed.isEmpty() ? "–" : needed;
        }

        private String usual() {
            var usual = needed().equals("needed") ? "" : merged(Told::usual, one -> "`" + one + "`");
            return usual.isEmpty() ? "–" : usual;
        }

        int rank() {
            return readers.size() > SERVICES.size() ? 0 : readers.containsAll(SERVICES) ? 1 : readers.size() > 1 ? 2 : 3 + SERVICES.indexOf(readers.iterator().next()) + (readers.contains(CONSOLE) ? 10 : 0);
        }

        /** One for all where they agree, else of each. */
        private String merged(Function<Told, String> part, Function<String, String> shown) {
            var whose = new LinkedHashMap<String, Set<String>>();
            told.stream().filter(one -> !part.apply(one).isEmpty()).forEach(one -> whose.computeIfAbsent(part.apply(one), any -> new LinkedHashSet<>()).addAll(SettingsTable.readers(one)));
            return whose.size() == 1 ? shown.apply(whose.keySet().iterator().next())
                    : whose.entrySet().stream().map(entry -> names(entry.getValue()) + ": " + shown.apply(entry.getKey())).collect(Collectors.joining("; "));
        }

        private static String names(Set<String> readers) {
            var rest = readers.containsAll(SERVICES) ? readers.contains(CONSOLE) ? "all" : "services" : "";
            return rest.isEmpty() ? String.join(", ", readers) : rest;
        }

        @Override
        public String toString() {
            return Stream.of("`" + variable + "`", names(readers), usual(), merged(Told::values, one -> one), needed(), isSecret() ? "yes" : "–", linked(words()))
                    .map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
        }

        private static String linked(String words) {
            return DECISION.matcher(words).replaceAll(found -> "[decision](decisions/" + decision(Integer.parseInt(found.group(1))) + ")");
        }

        private static String decision(int number) {
            try (var files = Files.list(LocalParts.root().resolve("docs/decisions"))) {
                return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("%04d-".formatted(number))).findFirst().orElseThrow();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
