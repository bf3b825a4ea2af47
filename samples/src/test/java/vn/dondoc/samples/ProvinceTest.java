package vn.dondoc.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

class ProvinceTest {

    private static final Set<UnitKind> COMMUNES = EnumSet.of(UnitKind.COMMUNE, UnitKind.WARD, UnitKind.SPECIAL_ZONE);

    private static Organisation.Directory province;
    private static List<Account> accounts;

    record Account(String account, String name, PersonId person, Role role, String unit, String commune, String hint) {}

    @BeforeAll
    static void read() throws IOException {
        var folder = Path.of(System.getProperty("dondoc.root", "..")).resolve("samples");
        var strict = EventJson.mapper().rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        province = strict.readValue(Files.readString(folder.resolve("province.json")), Organisation.Directory.class);
        accounts = strict.readValue(Files.readString(folder.resolve("accounts.json")), new TypeReference<>() {});
    }

    @Test
    void hasTwelveCommunesOfEveryKind() {
        var communes = province.units().stream().filter(unit -> COMMUNES.contains(unit.kind())).toList();

        assertThat(communes).hasSize(12).allSatisfy(commune -> assertThat(commune.commune()).isEqualTo(commune.id()));
        assertThat(communes.stream().map(UnitState::kind).collect(Collectors.toSet())).isEqualTo(COMMUNES);
    }

    @Test
    void everyCommuneHasOneStandingUnitOneLeaderAndVillages() {
        for (var units : byCommune().values()) {
            assertThat(units.stream().filter(UnitState::standing)).hasSize(1);
            assertThat(units.stream().filter(unit -> unit.kind() == UnitKind.VILLAGE)).hasSizeBetween(3, 6);
            assertThat(positions(units).filter(position -> position.role() == Role.COMMUNE_LEADER)).hasSize(1);
            var standing = units.stream().filter(UnitState::standing).toList();
            assertThat(positions(standing).map(PositionState::role)).contains(Role.COMMUNE_STANDING);
        }
    }

    @Test
    void isOneTreeWithoutTwoThingsOfOneName() {
        var ids = province.units().stream().map(UnitState::id).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(province.positions().stream().map(PositionState::id)).doesNotHaveDuplicates();
        assertThat(province.units().stream().map(UnitState::parent).filter(Objects::nonNull)).isSubsetOf(ids);
        assertThat(province.positions().stream().map(PositionState::unit)).isSubsetOf(ids);
        assertThat(province.units().stream().filter(unit -> unit.parent() == null)).hasSize(1);
        byCommune().values().forEach(units -> assertThat(units.stream()
                        .flatMap(unit -> Stream.concat(Stream.of(unit.name()), unit.aliases().stream()).map(name -> name.toLowerCase(Locale.ROOT))))
                .doesNotHaveDuplicates());
    }

    @Test
    void fewPositionsAreVacantAndMailboxesLeadNowhere() {
        assertThat(province.positions().stream().filter(position -> position.holder() == null)).hasSizeBetween(1, 2);
        assertThat(province.positions().stream().map(PositionState::mailbox).filter(Objects::nonNull)).doesNotHaveDuplicates()
                .allMatch(mailbox -> mailbox.endsWith(".example"));
    }

    @Test
    void calendarsNameWorkingDaysOffAndWeekendsWorked() {
        var weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

        assertThat(province.calendars()).extracting(calendar -> calendar.year()).containsExactly(2025, 2026, 2027);
        for (var calendar : province.calendars()) {
            assertThat(calendar.daysOff()).isSorted().doesNotHaveDuplicates()
                    .allMatch(day -> day.getYear() == calendar.year() && !weekend.contains(day.getDayOfWeek()));
            assertThat(calendar.makeUpDays()).allMatch(day -> weekend.contains(day.getDayOfWeek()));
            assertThat(calendar.source()).isNotBlank();
        }
    }

    @Test
    void accountsAreOfPeopleInThoseVeryPositions() {
        var names = province.units().stream().collect(Collectors.toMap(UnitState::id, UnitState::name));

        assertThat(accounts).extracting(Account::account).doesNotHaveDuplicates().allMatch(account -> account.matches("[a-z0-9]+\\.[a-z0-9]+"));
        assertThat(accounts).extracting(Account::person).doesNotHaveDuplicates();
        assertThat(accounts).allSatisfy(account -> assertThat(province.positions())
                .anyMatch(position -> account.person().equals(position.holder()) && account.role() == position.role()
                        && account.unit().equals(names.get(position.unit()))));
        assertThat(accounts.stream().map(Account::role).collect(Collectors.toSet()))
                .containsAll(EnumSet.allOf(Role.class));
    }

    private static HashMap<UnitId, List<UnitState>> byCommune() {
        return new HashMap<>(province.units().stream().filter(unit -> unit.commune() != null).collect(Collectors.groupingBy(UnitState::commune)));
    }

    private static Stream<PositionState> positions(List<UnitState> units) {
        var ids = units.stream().map(UnitState::id).collect(Collectors.toSet());
        return province.positions().stream().filter(position -> ids.contains(position.unit()));
    }
}
