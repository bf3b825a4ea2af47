package vn.dondoc.console.work;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.Processes;

/**
 * What came of a decision on several tasks, as it stands in the session until the list is shown again.
 *
 * @param refused the tasks it does not hold for, each with the sentence why
 * @param sentences why nothing was done at all; empty where something was
 */
record Acted(int done, int parts, boolean running, List<Line> refused, List<String> sentences) implements Serializable {

    /** A refused task. */
    record Line(String task, String title, String message) implements Serializable {}

    /** @param titles of the tasks of the page, by their ids */
    static Acted of(Processes.Process process, Map<String, String> titles) {
        var refused = process.refused().stream()
                .map(one -> new Line(one.part(), titles.getOrDefault(one.part(), one.part()), one.message()))
                .toList();
        return new Acted(process.done(), process.parts(), process.state().equals("running"), new ArrayList<>(refused), new ArrayList<>());
    }

    static Acted refused(Problem problem) {
        var sentences = new ArrayList<>(List.of(problem.detail()));
        var errors = problem.errors();
        if (errors != null) {
            errors.forEach(error -> sentences.add(error.message()));
        }
        return new Acted(0, 0, false, new ArrayList<>(), sentences);
    }
}
