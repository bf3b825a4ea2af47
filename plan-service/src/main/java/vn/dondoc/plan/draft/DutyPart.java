package vn.dondoc.plan.draft;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.dondoc.contracts.api.Plans;

/** The lists of what a document asks for without making a task of it. */
public enum DutyPart {
    DUTIES("duties", "d", Plans.Content::duties),
    MEASURES("measures", "m", Plans.Content::measures),
    OBJECTIVES("objectives", "o", Plans.Content::objectives);

    private final String code;
    private final String letter;
    private final Function<Plans.Content, List<Plans.Duty>> rows;

    DutyPart(String code, String letter, Function<Plans.Content, List<Plans.Duty>> rows) {
        this.code = code;
        this.letter = letter;
        this.rows = rows;
    }

    public String code() {
        return code;
    }

    /** What its rows are numbered with. */
    String letter() {
        return letter;
    }

    public List<Plans.Duty> of(Plans.Content content) {
        return rows.apply(content);
    }

    static Optional<DutyPart> coded(String code) {
        return Stream.of(values()).filter(part -> part.code.equals(code)).findFirst();
    }

    /** Somebody answers for a duty, so somebody says what becomes of it; of measures and objectives there may be hundreds. */
    public boolean isToBeDecided() {
        return this == DUTIES;
    }

    /** Whether that row of this list is kept in the plan without being owed: nothing that nobody looked at is lost. */
    public boolean watches(Plans.Duty row) {
        return row.isWatched() || (row.decision() == null && !isToBeDecided());
    }

    public Plans.WatchedDuty watched(Plans.Duty row) {
        return new Plans.WatchedDuty(row.unit(), row.text(), code, row.heading());
    }

    public static Stream<Plans.Duty> all(Plans.Content content) {
        return Arrays.stream(values()).flatMap(part -> part.of(content).stream());
    }

    Plans.Content with(Plans.Content was, List<Plans.Duty> now) {
        return new Plans.Content(
                was.document(), was.tasks(), was.targets(), was.reporting(), this == DUTIES ? now : was.duties(), was.recipients(),
                this == MEASURES ? now : was.measures(), this == OBJECTIVES ? now : was.objectives());
    }

    static Plans.Content each(Plans.Content was, UnaryOperator<Plans.Duty> change) {
        var now = was;
        for (var part : values()) {
            now = part.with(now, Rows.each(part.of(was), change));
        }
        return now;
    }
}
