package vn.dondoc.reporting.draft;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/**
 * One section of an answer that is being written. Each is an aggregate of its own, so that two people who write different sections never
 * meet, and two who write the same one are told.
 *
 * @param at when it was written last, and {@code position} in which
 */
record Section(String id, ReportId report, UnitId commune, String name, String text, Instant at, @Nullable PositionId position) {

    static Decision.Accepted<Section> begun(Section section) {
        return new Decision.Accepted<>(section, java.util.List.of(section.written()));
    }

    Decision<Section> write(String words, Instant when, @Nullable PositionId by) {
        if (words.equals(text)) {
            return Decision.unchanged();
        }
        var after = new Section(id, report, commune, name, words, when, by);
        return Decision.accept(after, after.written());
    }

    /** The text stands in the state alone: what was typed in between is nobody's statement. */
    private Fact written() {
        return Fact.internal("SectionWritten", commune, Map.of("section", name, "length", text.length()));
    }
}
