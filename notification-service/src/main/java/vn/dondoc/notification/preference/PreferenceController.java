package vn.dondoc.notification.preference;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.NotificationPreferences;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.notification.channel.Carriers;
import vn.dondoc.notification.channel.NotificationProperties;
import vn.dondoc.notification.rule.Urgency;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.FirstOrNext;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;

/** How the caller wants to be told. */
@RestController
@RequestMapping("/api/notifications/preferences")
class PreferenceController {

    private static final Pattern HOUR = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    private final Aggregates<Preference> preferences;
    private final Carriers carriers;
    private final NotificationProperties properties;

    PreferenceController(Aggregates<Preference> preferences, Carriers carriers, NotificationProperties properties) {
        this.preferences = preferences;
        this.carriers = carriers;
        this.properties = properties;
    }

    @Allowed(on = Reach.SELF)
    @GetMapping
    ResponseEntity<NotificationPreferences.Preferences> read(Caller caller) {
        return shown(preferences.find(caller.person().value()), caller);
    }

    @Allowed(on = Reach.SELF)
    @PutMapping
    ResponseEntity<NotificationPreferences.Preferences> change(@RequestBody NotificationPreferences.Wanted wanted, Call call) {
        var person = call.caller().person();
        var next = new Preference(person.value(), hour(wanted.digestAt()), muted(wanted.muted()));
        var act = call.act(List.of("preferences", wanted), Actor.person(person, call.caller().held().stream().findFirst().map(held -> held.position().id()).orElse(null)));
        var done = new FirstOrNext<>(preferences).put(person.value(), act, call.expectedVersion(), next::first, before -> before.become(next)).orProblem();
        return shown(Optional.of(done), call.caller());
    }

    /** Within the hours in which somebody may be disturbed; the usual one is no choice. */
    private @Nullable String hour(@Nullable String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return null;
        }
        var hours = properties.hours();
        if (!HOUR.matcher(wanted).matches() || !hours.permits(LocalTime.parse(wanted))) {
            throw ProblemException.of(422, "PREFERENCE_HOUR", hours.from().toString(), hours.until().toString());
        }
        return wanted;
    }

    private static List<Urgency> muted(List<String> wanted) {
        var muted = EnumSet.noneOf(Urgency.class);
        for (var code : wanted) {
            var urgency = Coded.of(Urgency.class, code).orElseThrow(() -> ProblemException.of(400, "VALIDATION"));
            if (urgency == Urgency.CRITICAL) {
                throw ProblemException.of(422, "PREFERENCE_CRITICAL");
            }
            muted.add(urgency);
        }
        return List.copyOf(muted);
    }

    private ResponseEntity<NotificationPreferences.Preferences> shown(Optional<Versioned<Preference>> stored, Caller caller) {
        var choice = stored.map(found -> found.state().choice()).orElse(Choices.USUAL);
        var version = stored.map(Versioned::version).orElse(0L);
        var hours = properties.hours();
        var channels = properties.digests().channels().stream().filter(carriers::isThere).map(Coded::code).toList();
        var reached = caller.held().stream().filter(held -> caller.person().equals(held.position().holder())).map(held -> new NotificationPreferences.Reached(
                held.position().id(), held.position().title(), held.unit().name(), mailbox(held))).toList();
        return Versions.ok(version, new NotificationPreferences.Preferences(
                version, choice.digestAt() == null ? null : choice.digestAt().toString(), choice.muted().stream().sorted().map(Urgency::code).toList(), properties.digests().at().toString(), hours.from().toString(), hours.until().toString(),
                properties.digests().enabled(), channels, reached));
    }

    private static @Nullable String mailbox(Caller.Held held) {
        var mailbox = held.position().mailbox();
        return mailbox == null || mailbox.isBlank() ? null : mailbox.strip();
    }
}
