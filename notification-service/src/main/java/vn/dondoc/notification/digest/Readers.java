package vn.dondoc.notification.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.notification.delivery.DigestItems.Waiting;
import vn.dondoc.notification.rule.Successors;
import vn.dondoc.platform.access.Directory;

/**
 * Who reads one letter: positions that one person holds, or that share a mailbox, belong together. By ids, never by names: two people of one name are two.
 */
final class Readers {

    private Readers() {}

    /** @param keys the persons and mailboxes they stand for, none of them readable */
    record Together(List<Waiting> positions, List<String> keys) {

        List<PositionId> ids() {
            return positions.stream().map(Waiting::position).toList();
        }
    }

    static List<Together> of(Collection<Waiting> waiting, Directory directory) {
        var groups = new HashMap<String, Group>();
        var all = new LinkedHashMap<Group, Boolean>();
        for (var one : waiting.stream().sorted(java.util.Comparator.comparing(w -> w.position().value())).toList()) {
            var group = new Group();
            group.positions.add(one);
            for (var key : keysOf(one.position(), directory)) {
                var other = groups.get(key);
                if (other != null && other.root() != group.root()) {
                    group = other.root().join(group.root());
                }
                group.root().keys.add(key);
                groups.put(key, group.root());
            }
            all.put(group.root(), true);
        }
        return all.keySet().stream().filter(group -> group.root() == group).map(Group::together).toList();
    }

    /** Of whoever is written to: what waits for a position of a merged unit comes with what waits for the one that took over. */
    private static Set<String> keysOf(PositionId position, Directory directory) {
        var keys = new LinkedHashSet<String>();
        keys.add("c:" + position.value());
        Successors.present(directory, position).ifPresent(state -> {
            keys.add("c:" + state.id().value());
            if (state.holder() != null) {
                keys.add("p:" + state.holder().value());
            }
            Successors.mailboxOf(state).ifPresent(mailbox -> keys.add("m:" + fingerprint(mailbox.toLowerCase(Locale.ROOT))));
        });
        return keys;
    }

    private static String fingerprint(String mailbox) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(mailbox.getBytes(StandardCharsets.UTF_8)), 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** A part of what belongs together as far as it is known. */
    private static final class Group {
        private Group above = this;
        private final List<Waiting> positions = new ArrayList<>();
        private final Set<String> keys = new LinkedHashSet<>();

        Group root() {
            return above == this ? this : above.root();
        }

        Group join(Group other) {
            positions.addAll(other.positions);
            keys.addAll(other.keys);
            other.above = this;
            return this;
        }

        Together together() {
            return new Together(List.copyOf(positions), keys.stream().sorted().toList());
        }
    }
}
