package vn.dondoc.plan.draft;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.reading.Reading;

/** Rows of what was read, for documents that join a draft. */
@Component
public class DraftRows {

    private final UnitNamesOf names;
    private final Places places;

    DraftRows(UnitNamesOf names, Places places) {
        this.names = names;
        this.places = places;
    }

    /** @throws ProblemException 422 where the document holds nothing of a plan */
    public Plans.Content of(UnitState commune, Reading reading) {
        var rows = new Drafting(names.of(commune.id()), places).content(reading);
        if (ContentRules.areNone(rows)) {
            throw ProblemException.of(422, "NOTHING_READ");
        }
        return rows;
    }

    /** Doubts of the reader that corrections do not settle. */
    public List<Doubt> doubts(Reading reading) {
        return reading.warnings().stream().filter(warning -> DraftWarnings.isKept(warning.code()))
                .map(warning -> new Doubt(warning.code(), warning.arguments(), places.of(warning.source()))).toList();
    }

    /** @throws ProblemException 422 where it grew beyond what a draft can hold */
    public static Plans.Content fewEnough(Plans.Content content) {
        if (!ContentRules.areFew(content)) {
            throw ProblemException.of(422, "TOO_MANY", ContentRules.MOST_ROWS);
        }
        return content;
    }
}
