package vn.dondoc.acceptance.faults;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The course of an upgrade, one step at a time: instance by instance from the older version to the present one, then all back, and so on. Where nothing
 * runs beside it has no steps.
 */
final class Course {

    private static final String ALL_NEW = "all run the newer version";
    private static final String ALL_OLD = "all run the older version";

    private final Landscape landscape;
    private final Optional<Version> older = Version.beside();
    private final Consumer<String> told;
    private final Queue<Instance> waiting = new ArrayDeque<>();
    private boolean forwards;
    private int legs;

    /** @param told takes each step as it stands in the history */
    Course(Landscape landscape, Consumer<String> told) {
        this.landscape = landscape;
        this.told = told;
    }

    /** The next instance changes its version; between there and back nothing does, since all run the same one then. */
    void step() {
        if (older.isEmpty()) {
            return;
        }
        if (waiting.isEmpty()) {
            told.accept(forwards ? ALL_NEW : ALL_OLD);
            forwards = !forwards;
            legs++;
            (forwards ? byNumber() : byService()).forEach(waiting::add);
        } else {
            change(waiting.remove(), forwards ? Version.PRESENT : older.get());
        }
    }

    /** Whether everything was on the newer version and on the older one again. */
    boolean thereAndBack() {
        return older.isEmpty() || legs > 2 || legs == 2 && waiting.isEmpty();
    }

    /** What is not on the present version yet comes there. */
    void arrive() {
        waiting.clear();
        byService().filter(instance -> !instance.version().equals(Version.PRESENT)).forEach(instance -> change(instance, Version.PRESENT));
        if (older.isPresent()) {
            told.accept(ALL_NEW);
        }
    }

    /** As UPGRADING.md says: where a recount finds something in the end, figures are built anew. How much it found stands in the history. */
    void settle(String administrator) {
        if (older.isEmpty()) {
            return;
        }
        var differences = Oracle.differences(landscape);
        told.accept("a recount finds " + differences.size() + " differences");
        if (!differences.isEmpty()) {
            differences.forEach(System.out::println);
            var reporting = landscape.database(Landscape.REPORTING);
            var before = Recounted.model(reporting);
            var answer = landscape.of(Landscape.REPORTING).getFirst().post("/api/operations/reporting-service/rebuild", administrator, "");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            FaultRun.until(() -> Recounted.model(reporting) > before);
            told.accept("figures are built anew");
        }
    }

    /** As UPGRADING.md says: ended in order, started, and the next one only when it is ready. */
    private void change(Instance instance, Version version) {
        told.accept(instance.name() + (version.equals(Version.PRESENT) ? " is upgraded" : " is rolled back"));
        if (instance.alive()) {
            instance.end();
        }
        instance.runs(version);
        instance.restart();
    }

    /** First one of each service, so that all services run two versions for long. */
    private Stream<Instance> byNumber() {
        return landscape.instances().stream().sorted(Comparator.comparingInt(Instance::number));
    }

    /** One service after the other, in the order of UPGRADING.md. */
    private Stream<Instance> byService() {
        return Stream.of(Landscape.TASK, Landscape.REPORTING, Landscape.NOTIFICATION).flatMap(service -> landscape.of(service).stream());
    }
}
