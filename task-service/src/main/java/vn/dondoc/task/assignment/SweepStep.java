package vn.dondoc.task.assignment;

import java.time.Instant;
import vn.dondoc.platform.history.Decision;

/** What the sweep does with an assignment that has reached its boundary. */
public interface SweepStep {

    Decision<Assignment> pass(Assignment task, Instant now);
}
