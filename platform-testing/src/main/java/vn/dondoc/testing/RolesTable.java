package vn.dondoc.testing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.platform.access.Breadth;
import vn.dondoc.platform.access.Place;
import vn.dondoc.platform.access.Reach;

/** The page of roles, of which each service makes its part out of the rules of its handlers. */
public final class RolesTable {

    private static final String PAGE = "docs/roles.md";

    private static final List<Column> COLUMNS = Stream.of(
                    Stream.of(Role.PROVINCE_ADMINISTRATOR, Role.PROVINCE_STANDING, Role.PROVINCE_VIEWER).map(role -> new Column(role, Breadth.PROVINCE)),
                    Stream.of(new Column(Role.INSPECTION, Breadth.PROVINCE), new Column(Role.INSPECTION, Breadth.COMMUNE)),
                    Stream.of(Role.COMMUNE_ADMINISTRATOR, Role.COMMUNE_LEADER, Role.COMMUNE_STANDING).map(role -> new Column(role, Breadth.COMMUNE)),
                    Stream.of(Role.UNIT_HEAD, Role.OFFICER, Role.VILLAGE_HEAD).map(role -> new Column(role, Breadth.UNIT)))
            .flatMap(column -> column).toList();

    private RolesTable() {}

    private record Column(Role role, Breadth breadth) {

        String title() {
            return role == Role.INSPECTION ? "inspection of the " + (breadth == Breadth.PROVINCE ? "province" : "commune") : role.code().replace('-', ' ');
        }

        Reach.Seat seat() {
            return new Reach.Seat(role, breadth);
        }
    }

    static String of(List<AccessRule> rules) {
        var lines = Stream.concat(
                Stream.of("| call | " + COLUMNS.stream().map(Column::title).collect(Collectors.joining(" | ")) + " | rule |",
                        "|---|" + "---|".repeat(COLUMNS.size() + 1)),
                rules.stream().map(RolesTable::line));
        return lines.collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(AccessRule rule) {
        return "| `" + rule.call() + "` | " + COLUMNS.stream().map(column -> cell(rule, column)).collect(Collectors.joining(" | ")) + " | "
                + words(rule) + " |";
    }

    private static String words(AccessRule rule) {
        return rule.isForServicesOnly()
                ? "services in their own name: " + String.join(", ", rule.allowed().services())
                : rule.isByAnotherProof() ? Reach.ANOTHER_PROOF.words() : rule.reach().words();
    }

    private static String cell(AccessRule rule, Column column) {
        if (rule.isByAnotherProof()) {
            return "·";
        }
        var lets = EnumSet.noneOf(Place.class);
        Arrays.stream(Place.values()).filter(place -> rule.expected(column.seat(), place) == 200).forEach(lets::add);
        if (!rule.reach().dependsOnPlace()) {
            return lets.isEmpty() ? "–" : "yes";
        }
        return column.breadth() == Breadth.PROVINCE ? ofProvince(lets) : ofCommune(lets);
    }

    private static String ofProvince(Set<Place> lets) {
        var communes = lets.contains(Place.OWN_COMMUNE);
        var own = lets.contains(Place.PROVINCE);
        return communes && own ? "all" : communes ? "communes" : own ? "province" : lets.contains(Place.OWN_UNIT) ? "own" : "–";
    }

    private static String ofCommune(Set<Place> lets) {
        var own = lets.contains(Place.OWN_UNIT);
        var others = lets.contains(Place.SIBLING);
        var commune = lets.contains(Place.OWN_COMMUNE);
        var below = own && others ? "commune" : others ? "other units" : own ? "own unit" : commune ? "commune" : "";
        var above = lets.contains(Place.PROVINCE) ? "province" : "";
        return below.isEmpty() && above.isEmpty() ? "–" : below.isEmpty() ? above : above.isEmpty() ? below : below + ", " + above;
    }

    /**
     * Compares the part of a service with the page, or writes it there with {@code -Ddondoc.update=true}.
     *
     * @throws AssertionError when the page says something else
     */
    public static void isOnThePage(String service, String table) {
        MadePart.isOnThePage(PAGE, service, table);
    }
}
