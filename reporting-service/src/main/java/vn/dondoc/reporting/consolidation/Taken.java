package vn.dondoc.reporting.consolidation;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Reports;

/** A report that is expected, with the answer that is taken; null where none is. */
record Taken(Asked asked, Reports.@Nullable Submission answer) {

    long version() {
        return asked.version() == null ? 0 : asked.version();
    }
}
