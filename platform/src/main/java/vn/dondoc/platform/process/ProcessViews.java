package vn.dondoc.platform.process;

import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import vn.dondoc.contracts.api.Processes.Process;
import vn.dondoc.contracts.api.Processes.RefusedPart;
import vn.dondoc.platform.problem.Problems;

/** Processes as callers see them: with a sentence for each refused part. */
public final class ProcessViews {

    private final Problems problems;

    ProcessViews(Problems problems) {
        this.problems = problems;
    }

    /** 201 with all answers, 202 while some are missing. */
    public ResponseEntity<Process> answer(StoredProcess process, Locale locale) {
        return ResponseEntity.status(process.isFinished() ? 201 : 202).body(of(process, locale));
    }

    /** How far it is. */
    public Process of(StoredProcess process, Locale locale) {
        List<RefusedPart> refused = process.refused().stream()
                .map(one -> new RefusedPart(one.part(), one.code(), problems.text(one.code(), locale, one.arguments().toArray())))
                .toList();
        return new Process(
                process.id(), process.kind(), process.isFinished() ? "finished" : "running", process.parts(), process.done(), refused,
                process.begun().at(), process.finishedAt());
    }
}
