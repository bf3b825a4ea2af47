package vn.dondoc.platform.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Operations.DeadLetter;
import vn.dondoc.contracts.api.Operations.DeadLetterContent;
import vn.dondoc.contracts.api.Operations.Header;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Window;

/** Dead letters hold events of all communes: only the administrator of the province may look. */
@RestController
@RequestMapping("/api/operations/${spring.application.name}/dead-letters")
class DeadLetterController {

    private final DeadLetterBox box;
    private final Replay replay;
    private final LetterBorder border;

    DeadLetterController(DeadLetterBox box, Replay replay, LetterBorder border) {
        this.box = box;
        this.replay = replay;
        this.border = border;
    }

    @Allowed(value = Role.PROVINCE_ADMINISTRATOR, on = Reach.SELF)
    @GetMapping
    Page<DeadLetter> list(@RequestParam(required = false) @Nullable String status, Window window, Caller caller) {
        var without = border.foreign(box.keys(), caller);
        return window.page(
                box.list(status, without, window.offset(), window.limit() + 1).stream().map(DeadLetterController::letter).toList(),
                box.count(status, without));
    }

    @Allowed(value = Role.PROVINCE_ADMINISTRATOR, on = Reach.SELF)
    @GetMapping("/{id}")
    DeadLetterContent look(@PathVariable String id, Caller caller) {
        var letter = found(id, caller);
        var headers = letter.get("headers", Document.class).entrySet().stream()
                .map(header -> new Header(DeadLetterBox.unescaped(header.getKey()), text(((Binary) header.getValue()).getData())))
                .toList();
        var data = letter.get("data", Binary.class);
        return new DeadLetterContent(letter(letter), headers, data == null ? "" : text(data.getData()));
    }

    /** Sends the record once more to its topic; every consumer is idempotent, so those that had handled it change nothing. */
    @Allowed(value = Role.PROVINCE_ADMINISTRATOR, on = Reach.SELF)
    @PostMapping("/{id}/replay")
    DeadLetter replay(@PathVariable String id, Call call) {
        var letter = found(id, call.caller());
        if (DeadLetterBox.OPEN.equals(letter.getString("status"))) {
            replay.send(letter);
            box.decide(id, "replayed", call.caller().person().value(), call.at());
        }
        return letter(found(id, call.caller()));
    }

    @Allowed(value = Role.PROVINCE_ADMINISTRATOR, on = Reach.SELF)
    @PostMapping("/{id}/discard")
    DeadLetter discard(@PathVariable String id, Call call) {
        found(id, call.caller());
        box.decide(id, "discarded", call.caller().person().value(), call.at());
        return letter(found(id, call.caller()));
    }

    private Document found(String id, Caller caller) {
        return box.find(id).filter(letter -> letter.getString("key") == null || border.foreign(List.of(letter.getString("key")), caller).isEmpty())
                .orElseThrow(ProblemException::notFound);
    }

    private static DeadLetter letter(Document stored) {
        var decidedAt = stored.getDate("decidedAt");
        return new DeadLetter(
                stored.getString("_id"),
                stored.getString("group"),
                String.valueOf(stored.getString("topic")),
                stored.getInteger("partition", -1),
                stored.get("offset", Number.class).longValue(),
                stored.getString("key"),
                stored.getString("type"),
                stored.getString("subject"),
                stored.getString("correlation"),
                stored.getString("error"),
                stored.get("at", Date.class).toInstant(),
                stored.getString("status"),
                decidedAt == null ? null : decidedAt.toInstant());
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException binary) {
            return Base64.getEncoder().encodeToString(bytes);
        }
    }
}
