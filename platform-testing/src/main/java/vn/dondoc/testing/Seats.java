package vn.dondoc.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.ProgrammeScope;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Breadth;
import vn.dondoc.platform.access.Place;
import vn.dondoc.platform.access.Reach;

/**
 * Somebody in every role of a test province, and where things lie, seen from each: the rows of the matrix of who may do what. A unit of the
 * first commune may have been merged into another one since, with those who sat in it.
 */
public final class Seats {

    /** As words are that a search folds and a title shows. */
    private static final String OTHER_COMMUNE = "Hươngcau";
    private static final String OTHER_PROVINCE = "Sươnggió";
    private static final String FOR_PROGRAMME = "commune-standing, for a programme";
    private static final String COMMUNE = "xa1";
    private static final String STANDING_UNIT = COMMUNE + ".vhxh";
    private static final String OFFICE = COMMUNE + ".kinhte";
    private static final String POLICE = COMMUNE + ".congan";
    private static final String VILLAGE = COMMUNE + ".thon1";

    private final TestProvince province;
    private final TestProvince elsewhere;
    private final String office;

    /** @param elsewhere another province, of which nobody here may see anything */
    public Seats(TestProvince province, TestProvince elsewhere) {
        this(province, elsewhere, OFFICE);
    }

    private Seats(TestProvince province, TestProvince elsewhere, String office) {
        this.province = province;
        this.elsewhere = elsewhere;
        this.office = office;
    }

    /**
     * Somebody in a role.
     *
     * @param name of the role and, where it exists on two levels, of the level
     * @param unit where the position is, by its name in the test province
     */
    public record Seat(String name, Reach.Seat rights, String unit, PositionId position, PersonId person) {

        public Role role() {
            return rights.role();
        }

        boolean isOfProvince() {
            return rights.breadth() == Breadth.PROVINCE;
        }

        /** A good token of whoever sits there. */
        public String token() {
            return TestIssuer.token(person);
        }
    }

    /** A unit of a test province, by its name there; in no commune where it is the province or an office of it. */
    public record Spot(TestProvince of, @Nullable String commune, String unit) {

        public UnitId unitId() {
            return of.unit(unit);
        }

        /** @throws IllegalStateException for the province */
        public UnitId communeId() {
            if (commune == null) {
                throw new IllegalStateException(unit + " is in no commune");
            }
            return of.unit(commune);
        }

        public UnitId provinceId() {
            return of.unit("tinh");
        }

        /** Whoever of that commune has the standing unit's rights. */
        public String standing() {
            return of.token(commune + ".vhxh", Role.COMMUNE_STANDING);
        }

        public String leader() {
            return of.token(String.valueOf(commune), Role.COMMUNE_LEADER);
        }
    }

    /** Whoever is at home where others see nothing, and the word that is used there only. */
    public record Home(String token, String word) {}

    List<Home> atHome() {
        return List.of(
                new Home(province.token("xa2.vhxh", Role.COMMUNE_STANDING), OTHER_COMMUNE),
                new Home(elsewhere.token("xa1.vhxh", Role.COMMUNE_STANDING), OTHER_PROVINCE));
    }

    /** A word for titles and texts of what lies there; one that is used nowhere else where others must not see it. */
    public String wordOf(Spot spot) {
        return spot.of() == elsewhere ? OTHER_PROVINCE : "xa2".equals(spot.commune()) ? OTHER_COMMUNE : "Việc";
    }

    /** Words and ids that a seat must never be told. */
    Set<String> secretsOf(Seat seat) {
        var beyond = Set.of(OTHER_PROVINCE, elsewhere.unit("xa1").value(), elsewhere.unit("tinh").value());
        if (seat.isOfProvince()) {
            return beyond;
        }
        var all = new HashSet<>(beyond);
        all.add(OTHER_COMMUNE);
        all.add(province.unit("xa2").value());
        return all;
    }

    /** The same seats after the office was merged into the police; whoever sat there sits in the other unit. */
    public Seats merged() {
        return new Seats(province, elsewhere, POLICE);
    }

    /** One for each role, those of the province first; the last one is for a programme only. */
    public List<Seat> all() {
        return List.of(
                seat("tinh", Role.PROVINCE_ADMINISTRATOR), seat("so", Role.PROVINCE_STANDING), seat("tinh", Role.PROVINCE_VIEWER),
                seat("tinh", Role.INSPECTION), seat(COMMUNE, Role.INSPECTION), seat(COMMUNE, Role.COMMUNE_ADMINISTRATOR),
                seat(COMMUNE, Role.COMMUNE_LEADER), seat(STANDING_UNIT, Role.COMMUNE_STANDING), moved(Role.UNIT_HEAD), moved(Role.OFFICER),
                seat(VILLAGE, Role.VILLAGE_HEAD), forProgramme());
    }

    /** The positions that a test province does not have of its own: inspections, the administrator of a commune, and one that is vacant. */
    public List<PositionState> further() {
        var further = new ArrayList<PositionState>();
        further.add(position("tinh", Role.INSPECTION));
        further.add(position(COMMUNE, Role.INSPECTION));
        further.add(position(COMMUNE, Role.COMMUNE_ADMINISTRATOR));
        further.add(leaver(null));
        var scoped = forProgramme();
        further.add(new PositionState(
                scoped.position(), province.unit(POLICE), "Theo dõi Đề án 06", scoped.role(), scoped.person(), null, null, new ProgrammeScope("Đề án 06", "Đề án 06")));
        return further;
    }

    /** The position whose holder leaves it, as it was while it was held. */
    public PositionState held() {
        return leaver(formerHolder());
    }

    /** The same after it was given to somebody else. */
    public PositionState transferred() {
        return leaver(newHolder());
    }

    public PersonId formerHolder() {
        return new PersonId(province.person(OFFICE, Role.OFFICER) + "-truoc");
    }

    public PersonId newHolder() {
        return new PersonId(province.person(OFFICE, Role.OFFICER) + "-sau");
    }

    /** Whoever has the transferred position now, as a seat. */
    public Seat afterTransfer() {
        var like = moved(Role.OFFICER);
        return new Seat("officer, new", like.rights(), like.unit(), leaver(null).id(), newHolder());
    }

    String expired() {
        return TestIssuer.token(province.person(OFFICE, Role.OFFICER).value(), TestIssuer.issuer(), List.of("dondoc"), Duration.ofMinutes(-5));
    }

    /** Where something of that place lies, seen from a seat; null where there is no such place. */
    public @Nullable Spot spot(Seat seat, Place place) {
        if (seat.name().equals(FOR_PROGRAMME)) {
            return place == Place.OTHER_PROGRAMME ? new Spot(province, COMMUNE, VILLAGE) : null;
        }
        return switch (place) {
            case OWN_UNIT -> new Spot(province, seat.isOfProvince() ? null : COMMUNE, seat.unit());
            case OWN_COMMUNE -> new Spot(province, COMMUNE, seat.unit().equals(STANDING_UNIT) ? COMMUNE : STANDING_UNIT);
            case SIBLING -> seat.isOfProvince() ? null : new Spot(province, COMMUNE, seat.unit().equals(POLICE) ? VILLAGE : POLICE);
            case OTHER_COMMUNE -> seat.isOfProvince() ? new Spot(elsewhere, "xa1", OFFICE) : new Spot(province, "xa2", "xa2.kinhte");
            case PROVINCE -> new Spot(province, null, "so");
            case OTHER_PROGRAMME -> null;
        };
    }

    /** Whoever urges one programme in the whole commune; nothing else there is theirs. */
    private Seat forProgramme() {
        return new Seat(FOR_PROGRAMME, rights(Role.COMMUNE_STANDING, POLICE), POLICE, new PositionId(province.positionId(POLICE, Role.COMMUNE_STANDING).value()),
                province.person(POLICE, Role.COMMUNE_STANDING));
    }

    /** The unit that took the office over keeps its own head. */
    private Seat moved(Role role) {
        if (role == Role.UNIT_HEAD && !office.equals(OFFICE)) {
            return seat(office, role);
        }
        return new Seat(role.code(), rights(role, office), office, province.positionId(OFFICE, role), province.person(OFFICE, role));
    }

    private Seat seat(String unit, Role role) {
        var level = role == Role.INSPECTION ? unit.equals("tinh") ? ", province" : ", commune" : "";
        return new Seat(role.code() + level, rights(role, unit), unit, province.positionId(unit, role), province.person(unit, role));
    }

    private Reach.Seat rights(Role role, String unit) {
        return new Reach.Seat(role, Breadth.of(role, unit.startsWith("xa") ? province.unit(COMMUNE) : null));
    }

    private PositionState position(String unit, Role role) {
        return new PositionState(province.positionId(unit, role), province.unit(unit), role.code() + " " + unit, role, province.person(unit, role), null);
    }

    private PositionState leaver(@Nullable PersonId holder) {
        return new PositionState(
                new PositionId(province.positionId(OFFICE, Role.OFFICER) + "-2"), province.unit(office), "Chuyên viên", Role.OFFICER, holder, null);
    }
}
