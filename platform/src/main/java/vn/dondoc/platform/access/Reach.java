package vn.dondoc.platform.access;

import java.util.Set;
import java.util.function.BiPredicate;
import vn.dondoc.contracts.event.Role;

/**
 * How far the right to a call goes, by role and by where the thing lies. Together with the roles of {@link Allowed} this is the table of who may do
 * what: the page of roles is made from it, and every call is made in every role and place and compared with it.
 */
public enum Reach {

    /** Nobody said: the build does not pass. */
    UNDECLARED("nothing", Reach::nowhere, Reach::nowhere),

    /** No single thing is named: the answer holds what lies within the branch, or is the caller's own. */
    SELF("what lies within the branch, or is one's own", Reach::everywhere, Reach::everywhere),

    /** One's own, whatever the role; for others it does not exist. */
    OWN("one's own", (_, place) -> place == Place.OWN_UNIT, (_, place) -> place == Place.OWN_UNIT),

    /** Figures of a whole province. */
    WHOLE_PROVINCE("figures of the whole province", Reach::everywhere, (seat, _) -> seat.breadth() == Breadth.PROVINCE),

    /** What lies within the branch; for others it does not exist. */
    BRANCH("within the branch", Reach::within, Reach::within),

    /** The same, and the own commune for everybody in it. */
    AROUND("within the branch and the own commune", Reach::around, Reach::around),

    /** The same, and what the province has for all of it. */
    AROUND_AND_ABOVE("within the branch and the own commune, and what is of the province itself",
            (seat, place) -> around(seat, place) || place == Place.PROVINCE, (seat, place) -> around(seat, place) || place == Place.PROVINCE),

    /** What everybody of a province may know. */
    OWN_PROVINCE("everybody of the province", (_, place) -> place == Place.PROVINCE, (_, place) -> place == Place.PROVINCE),

    /** Settings are changed where they hold: the province's by it, the commune's by the commune. */
    SETTING("where the setting holds", Reach::around, (seat, place) -> seat.breadth() == Breadth.PROVINCE
            ? place == Place.PROVINCE && !seat.is(Role.PROVINCE_VIEWER, Role.INSPECTION)
            : place == Place.OWN_COMMUNE && seat.is(Role.COMMUNE_ADMINISTRATOR, Role.COMMUNE_LEADER, Role.COMMUNE_STANDING)),

    /** Who holds a position says so, and who keeps the directory. */
    ABSENCE("the holder, and who keeps the directory", Reach::around, (seat, place) -> place == Place.OWN_UNIT
            || seat.is(Role.PROVINCE_ADMINISTRATOR, Role.COMMUNE_ADMINISTRATOR) && within(seat, place)),

    /** Whoever works in the unit that answers for it. */
    WORKING("who works in the unit that answers for it", Reach::within, Reach::works),

    /** The same, and the standing unit in its stead. */
    DOING("who works in the unit that answers for it; the standing unit in its stead", Reach::within, (seat, place) ->
            works(seat, place) || seat.is(Role.COMMUNE_STANDING) && inCommune(seat, place)),

    /** The same, and the leaders. */
    TAKING_PART("who works in the unit that answers for it, the standing unit, the leaders", Reach::within, (seat, place) ->
            works(seat, place) || seat.is(Role.COMMUNE_STANDING, Role.COMMUNE_LEADER) && inCommune(seat, place)),

    /** Whoever gave it: the standing unit and the leaders, of work of their own unit too. */
    GIVING("the standing unit and the leaders", Reach::within, (seat, place) ->
            seat.is(Role.COMMUNE_STANDING, Role.COMMUNE_LEADER) && inCommune(seat, place)),

    /** The same, but never on work of the own unit; leaders decide then. */
    DECIDING("the leaders; the standing unit but for what it does itself", Reach::within, (seat, place) ->
            seat.is(Role.COMMUNE_LEADER) && inCommune(seat, place) || seat.is(Role.COMMUNE_STANDING) && inCommune(seat, place) && place != Place.OWN_UNIT),

    /** Why something is late. */
    ASKING("the leaders, and who gave a directive of what it is made of", Reach::within, (seat, place) -> seat.is(Role.COMMUNE_LEADER) && inCommune(seat, place)),

    /** How something is reckoned. */
    RECKONING("the standing unit", Reach::within, (seat, place) -> seat.is(Role.COMMUNE_STANDING) && inCommune(seat, place)),

    /** What is beyond the authority of who reported it: answered, or taken further up. */
    ANSWERING("the standing unit and the leaders; the province what was taken up to it", Reach::within, (seat, place) ->
            seat.is(Role.COMMUNE_STANDING, Role.COMMUNE_LEADER) && inCommune(seat, place)),

    /** Directives, meetings and inspections reach into the communes that they name. */
    ADDRESSED("within the branch, and what the province addresses to the commune", Reach::addressed, Reach::addressed),

    /** They are changed on the side that gave them. */
    GIVEN("on the side that gave it", Reach::addressed, (seat, place) ->
            seat.is(Role.COMMUNE_STANDING, Role.COMMUNE_LEADER) && inCommune(seat, place) || seat.is(Role.PROVINCE_STANDING) && (place == Place.PROVINCE || place == Place.OWN_UNIT)),

    /** Letters are written on the side in whose name they are; until they are sent they are of nobody else. */
    DRAFTING("on the side that writes it", Reach::within, (seat, place) ->
            seat.is(Role.COMMUNE_STANDING, Role.COMMUNE_LEADER) && inCommune(seat, place) || seat.is(Role.PROVINCE_STANDING) && (place == Place.PROVINCE || place == Place.OWN_UNIT)),

    /** What is put together out of a whole place, for those who see all of it. */
    OVERSEEN("those who see the whole of its place", Reach::overseen, Reach::overseen),

    /** It is signed off by position, whoever wrote it. */
    SIGNING("the leaders and the position that the commune named; in a province its standing unit", Reach::overseen, (seat, place) ->
            seat.is(Role.COMMUNE_LEADER) && inCommune(seat, place) || seat.is(Role.PROVINCE_STANDING) && (place == Place.PROVINCE || place == Place.OWN_UNIT)),

    /** They are answered by whoever is addressed, with the standing unit and the leaders in its stead; the side that wrote enters what came on paper. */
    REPLYING("who works in the unit that is addressed, its standing unit and leaders in its stead, and the side that wrote it", Reach::addressed, (seat, place) ->
            works(seat, place) || seat.is(Role.COMMUNE_STANDING, Role.COMMUNE_LEADER) && (inCommune(seat, place) || place == Place.PROVINCE)
                    || seat.is(Role.PROVINCE_STANDING) && place == Place.PROVINCE),

    /** The standing unit and the leaders; the administrator of a commune only while nobody holds one of these positions there. */
    PUBLISHING("the standing unit and the leaders; the administrator of the commune while there are none", Reach::within,
            (seat, place) -> !seat.is(Role.COMMUNE_ADMINISTRATOR) && within(seat, place)),

    /** Whoever keeps the directory there; the standing units for positions that have no say over others. */
    INVITING("who keeps the directory; the standing unit for heads of units, officers and village heads", Reach::around, Reach::invites),

    /** The same of what is not told beyond the branch. */
    INVITED("who keeps the directory; the standing unit for heads of units, officers and village heads", Reach::within, Reach::invites),

    /** Other proofs than a position: the handler checks them itself. */
    ANOTHER_PROOF("by another proof than a position", Reach::everywhere, Reach::everywhere);

    /** Roles that read and write nothing, and those that keep the directory and do no one's work. */
    private static final Set<Role> NOT_ACTING =
            Set.of(Role.INSPECTION, Role.PROVINCE_VIEWER, Role.PROVINCE_ADMINISTRATOR, Role.COMMUNE_ADMINISTRATOR);

    private final String words;
    private final BiPredicate<Seat, Place> shows;
    private final BiPredicate<Seat, Place> lets;

    Reach(String words, BiPredicate<Seat, Place> shows, BiPredicate<Seat, Place> lets) {
        this.words = words;
        this.shows = shows;
        this.lets = lets;
    }

    /** A role on a level. */
    public record Seat(Role role, Breadth breadth) {

        boolean is(Role... roles) {
            return Set.of(roles).contains(role);
        }
    }

    /** In a sentence for people. */
    public String words() {
        return words;
    }

    /** Whether it makes a difference where the thing lies. */
    public boolean dependsOnPlace() {
        return this != SELF && this != WHOLE_PROVINCE && this != ANOTHER_PROOF && this != UNDECLARED;
    }

    /** Whether what lies there exists for the seat; else the answer is 404. */
    public boolean shows(Seat seat, Place place) {
        return shows.test(seat, place);
    }

    /** Whether the seat may make the call there; what is only seen answers 403. */
    public boolean lets(Seat seat, Place place) {
        return shows(seat, place) && lets.test(seat, place);
    }

    /** Whether somebody in that role does work of a unit, rather than reads or keeps the directory. */
    public static boolean acts(Role role) {
        return !NOT_ACTING.contains(role);
    }

    private static boolean nowhere(Seat seat, Place place) {
        return false;
    }

    private static boolean everywhere(Seat seat, Place place) {
        return true;
    }

    private static boolean within(Seat seat, Place place) {
        return switch (seat.breadth()) {
            case PROVINCE -> place != Place.OTHER_COMMUNE && place != Place.OTHER_PROGRAMME;
            case COMMUNE -> ofCommune(place);
            case UNIT -> place == Place.OWN_UNIT;
            case NOTHING -> false;
        };
    }

    private static boolean around(Seat seat, Place place) {
        return within(seat, place) || seat.breadth() != Breadth.PROVINCE && (ofCommune(place) || place == Place.OTHER_PROGRAMME);
    }

    private static boolean addressed(Seat seat, Place place) {
        return within(seat, place) || seat.breadth() == Breadth.COMMUNE && place == Place.PROVINCE;
    }

    private static boolean overseen(Seat seat, Place place) {
        return within(seat, place) && (seat.breadth() == Breadth.PROVINCE || seat.breadth() == Breadth.COMMUNE);
    }

    private static boolean inCommune(Seat seat, Place place) {
        return seat.breadth() == Breadth.COMMUNE && ofCommune(place);
    }

    private static boolean invites(Seat seat, Place place) {
        return seat.is(Role.PROVINCE_ADMINISTRATOR, Role.COMMUNE_ADMINISTRATOR) && within(seat, place)
                || seat.is(Role.COMMUNE_STANDING) && inCommune(seat, place)
                || seat.is(Role.PROVINCE_STANDING) && (place == Place.PROVINCE || place == Place.OWN_UNIT);
    }

    private static boolean ofCommune(Place place) {
        return place == Place.OWN_UNIT || place == Place.OWN_COMMUNE || place == Place.SIBLING;
    }

    private static boolean works(Seat seat, Place place) {
        return place == Place.OWN_UNIT && acts(seat.role());
    }
}
