package vn.dondoc.plan.person;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.plan.organisation.Posts;
import vn.dondoc.plan.organisation.Posts.Post;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;

/**
 * Who sees what of a person: the name whoever sees a position that the person holds, contacts those who have to reach the person, all of
 * it the person and whoever keeps the directory where it works, or worked last.
 */
@Component
class PersonBorder {

    private final Posts posts;
    private final Directory directory;

    PersonBorder(Posts posts, Directory directory) {
        this.posts = posts;
        this.directory = directory;
    }

    boolean seesName(Caller caller, List<Post> held) {
        var seen = Posts.seenBy(caller);
        return held.stream().map(Post::unit).anyMatch(unit -> seen.provinces().contains(unit.province())
                || unit.commune() != null && seen.communes().contains(unit.commune()) || seen.units().contains(unit.id()));
    }

    boolean readsContacts(Caller caller, Person person, List<Post> held) {
        return caller.person().equals(person.id()) || mayKeep(caller, person, held) || held.stream().anyMatch(one -> reaches(caller, one.unit()));
    }

    private boolean reaches(Caller caller, UnitState unit) {
        var commune = unit.commune();
        return caller.isOf(unit.province(), Role.PROVINCE_ADMINISTRATOR, Role.PROVINCE_STANDING)
                || commune != null && caller.isIn(commune, Role.COMMUNE_ADMINISTRATOR, Role.COMMUNE_LEADER, Role.COMMUNE_STANDING)
                || caller.held().stream().anyMatch(one -> one.position().role() == Role.UNIT_HEAD && directory.subtree(one.unit().id()).contains(unit.id()));
    }

    /**
     * All places where the person works: who gives a post here to somebody of elsewhere has no say over the contacts by which that person comes in. Where
     * nothing is held any more, by where the person worked last.
     */
    boolean mayKeep(Caller caller, Person person, List<Post> held) {
        var places = held.isEmpty() ? lastPlaceOf(person).toList() : held.stream().map(Post::unit).toList();
        return !places.isEmpty() && places.stream().allMatch(unit -> Posts.mayKeep(caller, unit));
    }

    private Stream<UnitState> lastPlaceOf(Person person) {
        return Stream.of(person.commune() == null ? Stream.ofNullable(person.province()) : Stream.of(person.commune()))
                .flatMap(some -> some).filter(Objects::nonNull).flatMap(id -> posts.unit(id).stream());
    }

    /** The administrators of a place, and its standing unit for those who have no say over others. */
    static boolean mayInvite(Caller caller, Post post) {
        var commune = post.unit().commune();
        var role = post.position().role();
        var plain = role == Role.UNIT_HEAD || role == Role.OFFICER || role == Role.VILLAGE_HEAD;
        return Posts.mayKeep(caller, post.unit()) || plain && (commune == null
                ? caller.isOf(post.unit().province(), Role.PROVINCE_STANDING) : caller.isIn(commune, Role.COMMUNE_STANDING));
    }
}
