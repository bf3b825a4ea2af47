package vn.dondoc.plan.organisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.UnitId;

/** What a commune of a kind has when it begins: units, positions and bodies, as {@code commune-templates.json} says. */
@Component
class CommuneTemplates {

    private static final String FILE = "commune-templates.json";

    private final Map<String, Template> templates;

    CommuneTemplates() {
        try (var file = Objects.requireNonNull(CommuneTemplates.class.getResourceAsStream(FILE), FILE)) {
            templates = EventJson.mapper().readValue(file, new TypeReference<Map<String, Template>>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** @param word how such a commune is called: {@code {kind}} in names */
    record Template(String word, List<TemplateUnit> units, List<TemplateBody> bodies) {}

    /** @param key within the template; null for the commune itself */
    record TemplateUnit(
            @Nullable String key, @Nullable String name, @Nullable String kind, @Nullable List<String> aliases, @Nullable Boolean standing,
            @Nullable List<TemplatePosition> positions) {}

    record TemplatePosition(String key, String title, String role) {}

    record TemplateBody(String key, String name, String kind, @Nullable String urging, List<TemplateMember> members) {}

    record TemplateMember(String position, String part, @Nullable String field) {}

    boolean has(UnitKind kind) {
        return templates.containsKey(kind.code());
    }

    /** @param administrator who administers the commune at first; null where that is left open */
    DirectoryBody of(UnitKind kind, UnitId id, String name, UnitId province, @Nullable PersonId administrator) {
        var template = Objects.requireNonNull(templates.get(kind.code()));
        var making = new Making(template.word(), id, name, province, administrator);
        template.units().forEach(making::add);
        template.bodies().forEach(making::add);
        return new DirectoryBody(making.units, making.positions, null, making.bodies);
    }

    private static final class Making {

        private final String word;
        private final UnitId commune;
        private final String name;
        private final UnitId province;
        private final @Nullable PersonId administrator;
        private final List<DirectoryBody.@Nullable UnitEntry> units = new ArrayList<>();
        private final List<DirectoryBody.@Nullable PositionEntry> positions = new ArrayList<>();
        private final List<DirectoryBody.@Nullable BodyEntry> bodies = new ArrayList<>();

        Making(String word, UnitId commune, String name, UnitId province, @Nullable PersonId administrator) {
            this.word = word;
            this.commune = commune;
            this.name = name;
            this.province = province;
            this.administrator = administrator;
        }

        void add(TemplateUnit unit) {
            var id = id("unit", unit.key());
            var aliases = Optional.ofNullable(unit.aliases()).orElse(List.of()).stream().map(this::said).toList();
            units.add(new DirectoryBody.UnitEntry(
                    id, unit.key() == null ? name : said(String.valueOf(unit.name())), List.copyOf(aliases), unit.kind(), unit.key() == null ? province.value() : commune.value(),
                    commune.value(), province.value(), Boolean.TRUE.equals(unit.standing()), true));
            Optional.ofNullable(unit.positions()).orElse(List.of()).forEach(position -> positions.add(new DirectoryBody.PositionEntry(
                    id("position", position.key()), id, said(position.title()), position.role(),
                    position.role().equals("commune-administrator") && administrator != null ? administrator.value() : null, null, null)));
        }

        void add(TemplateBody body) {
            List<DirectoryBody.@Nullable MemberEntry> members = new ArrayList<>();
            body.members().forEach(one -> members.add(new DirectoryBody.MemberEntry(id("position", one.position()), one.part(), one.field())));
            bodies.add(new DirectoryBody.BodyEntry(
                    id("body", body.key()), said(body.name()), body.kind(), province.value(), commune.value(), null, body.urging() == null ? null : id("unit", body.urging()),
                    members, true));
        }

        private String id(String kind, @Nullable String key) {
            return key == null ? commune.value() : Ids.derived(kind, commune.value(), "template", key);
        }

        private String said(String text) {
            var bare = name.toLowerCase(Locale.ROOT).startsWith(word + " ") ? name.substring(word.length() + 1) : name;
            return text.replace("{kind}", word).replace("{Name}", name).replace("{name}", word + " " + bare);
        }
    }
}
