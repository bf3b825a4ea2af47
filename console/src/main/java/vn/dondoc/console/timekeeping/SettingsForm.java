package vn.dondoc.console.timekeeping;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.DaysOff;
import vn.dondoc.contracts.event.Depth;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PositionId;

/** What was typed into the form of the settings; an empty field is as the level above has it. */
public record SettingsForm(
        @Nullable String daysOff,
        @Nullable String daysLeft,
        @Nullable String daysLate,
        @Nullable String overdueEvery,
        @Nullable String acceptAfter,
        @Nullable String staleAfter,
        @Nullable String explainWithin,
        @Nullable String depth,
        @Nullable String decider,
        @Nullable String version) {

    private static final Pattern BETWEEN = Pattern.compile("[,;\\s]+");
    private static final int LONGEST_FIGURE = 4;

    static SettingsForm of(Organisation.Settings settings) {
        SettingsState own = settings.own();
        var daysOff = own.daysOff();
        var depth = own.depth();
        return new SettingsForm(
                daysOff == null ? "" : daysOff.code(), days(own.daysLeft()), days(own.daysLate()), figure(own.overdueEvery()), figure(own.acceptAfter()),
                figure(own.staleAfter()), figure(own.explainWithin()), depth == null ? "" : depth.code(), own.decider() == null ? "" : own.decider().value(), Long.toString(settings.version()));
    }

    /** Nothing where a figure cannot be read. */
    Optional<Organisation.SettingsWanted> wanted() {
        try {
            var off = daysOff == null || daysOff.isBlank() ? null : Coded.of(DaysOff.class, daysOff).orElseThrow(NumberFormatException::new);
            return Optional.of(new Organisation.SettingsWanted(
                    off, read(daysLeft), read(daysLate), one(overdueEvery), one(acceptAfter), one(staleAfter), one(explainWithin),
                    depth == null || depth.isBlank() ? null : Coded.of(Depth.class, depth).orElseThrow(NumberFormatException::new),
                    decider == null || !Ids.plausible(decider) ? null : new PositionId(decider)));
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    long versionSeen() {
        return version == null || !version.matches("\\d{1,18}") ? 0 : Long.parseLong(version);
    }

    /** "7, 3, 1" */
    public static String days(List<Integer> days) {
        return days.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static List<Integer> read(@Nullable String typed) {
        return typed == null || typed.isBlank() ? List.of() : Arrays.stream(BETWEEN.split(typed.strip())).map(SettingsForm::parsed).toList();
    }

    private static @Nullable Integer one(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : parsed(typed.strip());
    }

    private static Integer parsed(String figure) {
        if (figure.length() > LONGEST_FIGURE) {
            throw new NumberFormatException(figure);
        }
        return Integer.valueOf(figure);
    }

    private static String figure(@Nullable Integer figure) {
        return figure == null ? "" : figure.toString();
    }
}
