package vn.dondoc.contracts.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/** Who is told of which step, on which channels, how urgently: as a province or a commune has it. */
public final class ReminderRules {

    private ReminderRules() {}

    /** A word of the interface with what people call it. */
    public record Word(String code, String title) {}

    /**
     * One rule as it holds.
     *
     * @param step "due-soon:7", "escalated:2", "assigned"
     * @param title the step in the caller's language
     * @param audiences whom it names: responsible, coordinating, head, standing, urging-unit, leader-in-charge, leader, province, following
     * @param always whom the step itself tells besides, in the caller's language
     * @param channels inbox, email, zalo, sms, webhook; the inbox is always among them
     * @param urgency critical, normal or information
     * @param critical it can be neither switched off nor made less urgent
     * @param own this place decided it itself
     */
    public record Rule(
            String step, String title, boolean on, List<String> audiences, List<String> always, List<String> channels, String urgency, boolean critical,
            boolean own) {

        public Rule {
            audiences = Lists.orEmpty(audiences);
            always = Lists.orEmpty(always);
            channels = Lists.orEmpty(channels);
        }
    }

    /**
     * The rules of a place.
     *
     * @param aboveName the province whose rules hold where this place decides nothing; null for a province
     * @param version 0 where it never decided anything
     * @param audiences all that a rule can name
     */
    public record Rules(
            UnitId unit, String unitName, @Nullable String aboveName, long version, List<Rule> rules, List<Word> audiences, List<Word> channels,
            boolean mayChange) {

        public Rules {
            rules = Lists.orEmpty(rules);
            audiences = Lists.orEmpty(audiences);
            channels = Lists.orEmpty(channels);
        }
    }

    /** A rule as a place wants it. */
    public record RuleWanted(String step, boolean on, List<String> audiences, List<String> channels, String urgency) {

        public RuleWanted {
            audiences = Lists.orEmpty(audiences);
            channels = Lists.orEmpty(channels);
        }
    }

    /** Those that the place decides itself; the others are as the level above has them. */
    public record Wanted(List<RuleWanted> rules) {

        public Wanted {
            rules = Lists.orEmpty(rules);
        }
    }

    /** How many messages a position would have got. */
    public record PreviewRow(PositionId position, String title, String unit, long present, long would) {}

    /** How many messages a channel would have carried at most. */
    public record ChannelCount(String channel, long present, long would) {}

    /**
     * Who would have got what.
     *
     * @param steps that were looked at
     * @param cut there were more; the latest were looked at
     * @param present messages by the rules as they are, {@code would} by the wanted ones
     * @param rows the positions with the greatest difference first
     * @param positions how many there are in all
     */
    public record Preview(
            LocalDate from, LocalDate to, int steps, boolean cut, long present, long would, List<ChannelCount> channels, List<PreviewRow> rows, int positions) {

        public Preview {
            channels = Lists.orEmpty(channels);
            rows = Lists.orEmpty(rows);
        }
    }
}
