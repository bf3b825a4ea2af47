package vn.dondoc.platform.store;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.id.BodyId;
import vn.dondoc.contracts.id.DirectiveId;
import vn.dondoc.contracts.id.DraftId;
import vn.dondoc.contracts.id.InvitationId;
import vn.dondoc.contracts.id.NotificationId;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.ProceedingId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.contracts.id.UrgingId;

/** How our own values look in MongoDB: ids as their text, days as ISO text (the driver would use the JVM's zone), dues as in JSON. */
final class StoredValues {

    static final Set<Class<? extends Record>> IDS = Set.of(
            BodyId.class, DirectiveId.class, DraftId.class, InvitationId.class, NotificationId.class, PersonId.class, PlanId.class, PositionId.class, ProceedingId.class,
            ReportId.class, RuleId.class, TargetId.class, TaskId.class, UnitId.class, UrgingId.class);

    private StoredValues() {}

    @WritingConverter
    static final class IdToText implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return pairs(id -> new ConvertiblePair(id, String.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            return source == null ? null : source.toString();
        }
    }

    @ReadingConverter
    static final class TextToId implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return pairs(id -> new ConvertiblePair(String.class, id));
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            try {
                return source == null ? null : to.getType().getConstructor(String.class).newInstance(source);
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException("A stored id is broken: " + to.getType().getSimpleName(), broken);
            }
        }
    }

    @WritingConverter
    enum DayToText implements Converter<LocalDate, String> {
        INSTANCE;

        @Override
        public String convert(LocalDate day) {
            return day.toString();
        }
    }

    @ReadingConverter
    enum TextToDay implements Converter<String, LocalDate> {
        INSTANCE;

        @Override
        public LocalDate convert(String text) {
            return LocalDate.parse(text);
        }
    }

    @WritingConverter
    enum DueToDocument implements Converter<Due, Document> {
        INSTANCE;

        @Override
        public Document convert(Due due) {
            return StoredDue.write(due);
        }
    }

    @ReadingConverter
    enum DocumentToDue implements Converter<Document, Due> {
        INSTANCE;

        @Override
        public Due convert(Document document) {
            return StoredDue.read(document);
        }
    }

    private static Set<GenericConverter.ConvertiblePair> pairs(
            Function<Class<?>, GenericConverter.ConvertiblePair> pair) {
        return IDS.stream().map(pair).collect(Collectors.toUnmodifiableSet());
    }
}
