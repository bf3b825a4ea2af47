package vn.dondoc.testing.settings;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/** Reads classes of settings as their sources have them: records whose Javadoc names the variables of their components. */
final class Classes {

    private static final String NAMES = "\\(([A-Z]+_[A-Z0-9_]+(?:,\\s+[A-Z]+_[A-Z0-9_]+)*)\\)";
    private static final Pattern NAMED = Pattern.compile("\\s*" + NAMES);
    private static final Pattern CANDIDATE = Pattern.compile(NAMES.replace("\\s+", "[\\s*]+"));
    private static final Map<String, String> UNITS = Map.of("millis", "ms", "seconds", "s", "minutes", "min");
    private static final Pattern CODE = Pattern.compile("\\{@code ((?:[^{}]|\\{[^{}]*})*)}");

    private final Module module;
    private final DocTrees docs;
    private final List<Told> told = new ArrayList<>();

    private Classes(Module module, DocTrees docs) {
        this.module = module;
        this.docs = docs;
    }

    /** What a module's classes of settings tell. */
    static List<Told> of(Module module) {
        var files = module.sources().stream().filter(file -> isCandidate(Module.text(file))).toList();
        if (files.isEmpty()) {
            return List.of();
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            var classes = new Classes(module, DocTrees.instance(task));
            for (var unit : task.parse()) {
                var root = new TreePath(unit);
                unit.getTypeDecls().forEach(type -> classes.read(new TreePath(root, type), ""));
            }
            return classes.told;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static boolean isCandidate(String text) {
        return text.contains("record ") && CANDIDATE.matcher(text).find();
    }

    private void read(TreePath where, String prefix) {
        if (!(where.getLeaf() instanceof ClassTree type) || type.getKind() != Tree.Kind.RECORD) {
            return;
        }
        var own = annotation(type.getModifiers().getAnnotations(), "ConfigurationProperties").map(found -> text(found, "value", type)).orElse(prefix);
        var said = params(Optional.ofNullable(docs.getDocComment(where)).orElse(""));
        for (var member : type.getMembers()) {
            if (member instanceof VariableTree component && !component.getModifiers().getFlags().contains(Modifier.STATIC)) {
                var name = component.getName().toString();
                var path = own.isEmpty() ? "" : own + "." + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
                tell(type, component, path, said.getOrDefault(name, ""));
                inside(type, component).ifPresent(nested -> read(new TreePath(where, nested), path));
            }
        }
    }

    private static Optional<ClassTree> inside(ClassTree type, VariableTree component) {
        return type.getMembers().stream().filter(ClassTree.class::isInstance).map(ClassTree.class::cast)
                .filter(nested -> nested.getSimpleName().contentEquals(component.getType().toString())).findFirst();
    }

    private void tell(ClassTree type, VariableTree component, String path, String words) {
        var names = NAMED.matcher(words);
        if (!names.find()) {
            return;
        }
        var annotations = component.getModifiers().getAnnotations();
        var setting = annotation(annotations, "Setting");
        var local = setting.map(found -> text(found, "local", type)).orElse("").equals("true");
        for (var variable : names.group(1).split(",\\s+")) {
            var bound = module.of(path, variable).map(Module.Bound::usual).filter(usual -> !usual.isEmpty());
            var usual = bound.orElseGet(() -> annotation(annotations, "DefaultValue").map(found -> text(found, "value", type)).orElse(module.usualInCode(variable)));
            var needed = setting.map(found -> text(found, "needed", type)).filter(said -> !said.isEmpty())
                    .orElse(!local && (module.needs(variable) || annotation(annotations, "NotBlank").isPresent()) ? "needed" : "");
            told.add(new Told(module.name(), variable, path, usual, values(type, component, setting),
                    setting.map(found -> text(found, "secret", type)).orElse("").equals("true"), local, needed, names.replaceFirst("").strip()));
        }
    }

    private static String values(ClassTree type, VariableTree component, Optional<AnnotationTree> setting) {
        var said = setting.map(found -> text(found, "values", type)).orElse("");
        if (!said.isEmpty()) {
            return said;
        }
        var annotations = component.getModifiers().getAnnotations();
        return switch (component.getType().toString()) {
            case "boolean" -> "`true`, `false`";
            case "int", "long" -> "number" + bounds(type, annotations, "Min", "Max");
            case "Duration" -> "duration" + bounds(type, annotations, "DurationMin", "DurationMax");
            case "LocalTime" -> "time of day, `HH:MM`";
            case "URI" -> "address";
            case "Path" -> "file";
            default -> annotation(annotations, "Email").isPresent() ? "e-mail address"
                    : annotation(annotations, "Pattern").filter(found -> text(found, "regexp", type).startsWith("https?://")).isPresent() ? "address" : "text";
        };
    }

    private static String bounds(ClassTree type, List<? extends AnnotationTree> annotations, String least, String most) {
        var from = annotation(annotations, least).map(found -> bound(found, type)).orElse("");
        var to = annotation(annotations, most).map(found -> bound(found, type)).orElse("");
        return from.isEmpty() ? to.isEmpty() ? "" : ", " + to + " at most" : to.isEmpty() ? ", " + from + " at least" : ", " + from + " to " + to;
    }

    /** A number, or a number and its unit as in {@code @DurationMin(seconds = 1)}. */
    private static String bound(AnnotationTree annotation, ClassTree type) {
        return annotation.getArguments().stream()
                .map(argument -> argument instanceof AssignmentTree named ? value(named.getExpression(), type) + " " + UNITS.get(named.getVariable().toString()) : value(argument, type))
                .collect(Collectors.joining(" "));
    }

    private static Optional<AnnotationTree> annotation(List<? extends AnnotationTree> annotations, String name) {
        return annotations.stream().filter(one -> one.getAnnotationType().toString().equals(name)).findFirst().map(AnnotationTree.class::cast);
    }

    private static String text(AnnotationTree annotation, String attribute, ClassTree type) {
        for (var argument : annotation.getArguments()) {
            if (!(argument instanceof AssignmentTree named)) {
                return attribute.equals("value") ? value(argument, type) : "";
            }
            if (named.getVariable().toString().equals(attribute)) {
                return value(named.getExpression(), type);
            }
        }
        return "";
    }

    private static String value(ExpressionTree expression, ClassTree type) {
        return switch (expression) {
            case LiteralTree literal -> String.valueOf(literal.getValue());
            case NewArrayTree array -> array.getInitializers().stream().map(one -> value(one, type)).collect(Collectors.joining(","));
            case BinaryTree sum -> value(sum.getLeftOperand(), type) + value(sum.getRightOperand(), type);
            case MemberSelectTree constant -> constant(constant.getIdentifier().toString(), type);
            case IdentifierTree constant -> constant(constant.getName().toString(), type);
            default -> throw new AssertionError("a table cannot be made of " + expression);
        };
    }

    private static String constant(String name, ClassTree type) {
        return type.getMembers().stream().filter(VariableTree.class::isInstance).map(VariableTree.class::cast)
                .filter(one -> one.getName().contentEquals(name)).map(one -> value(one.getInitializer(), type)).findFirst()
                .orElseThrow(() -> new AssertionError(name + " is no constant of " + type.getSimpleName()));
    }

    /** What the Javadoc says of each component, with code in the marks of a page. */
    private static Map<String, String> params(String comment) {
        var said = new HashMap<String, String>();
        for (var part : comment.split("(?m)^\\s*@param\\s+")) {
            var words = part.strip().split("\\s+", 2);
            if (words.length == 2) {
                said.put(words[0], CODE.matcher(words[1].replaceAll("\\s+", " ")).replaceAll("`$1`"));
            }
        }
        return said;
    }
}
