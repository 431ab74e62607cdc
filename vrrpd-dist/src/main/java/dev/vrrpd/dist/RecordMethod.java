package dev.vrrpd.dist;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Objects;

/**
 * One of the three methods that every record has; the same results as {@link
 * java.lang.runtime.ObjectMethods}, the numbers of hashCode too.
 */
sealed interface RecordMethod extends Straight {
  ClassDesc OBJECTS = Objects.class.describeConstable().orElseThrow();
  ClassDesc BUILDER = StringBuilder.class.describeConstable().orElseThrow();
  int SELF = 0;
  int OTHER = 1;

  ClassDesc owner();

  /** A field of the record. */
  record Component(String name, ClassDesc type) {
    /** The class that compares and hashes it. */
    private ClassDesc wrapper() {
      return switch (TypeKind.from(type)) {
        case BOOLEAN -> ClassDesc.of("java.lang.Boolean");
        case BYTE -> ClassDesc.of("java.lang.Byte");
        case CHAR -> ClassDesc.of("java.lang.Character");
        case SHORT -> ClassDesc.of("java.lang.Short");
        case INT -> ClassDesc.of("java.lang.Integer");
        case LONG -> ClassDesc.of("java.lang.Long");
        case FLOAT -> ClassDesc.of("java.lang.Float");
        case DOUBLE -> ClassDesc.of("java.lang.Double");
        case REFERENCE -> OBJECTS;
        case VOID -> throw new IllegalArgumentException("a component without a type: " + name);
      };
    }

    private ClassDesc seen() {
      return type.isPrimitive() ? type : CD_Object;
    }
  }

  record Equals(ClassDesc owner, List<Component> components) implements RecordMethod {
    @Override
    public String what() {
      return "equals";
    }

    @Override
    public MethodTypeDesc type() {
      return MethodTypeDesc.of(CD_boolean, owner, CD_Object);
    }

    @Override
    public void write(CodeBuilder code) {
      Label other = code.newLabel();
      Label different = code.newLabel();
      code.aload(SELF).aload(OTHER).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
      code.aload(OTHER).instanceOf(owner).ifeq(different);
      for (Component component : components) {
        code.aload(SELF).getfield(owner, component.name(), component.type());
        code.aload(OTHER).checkcast(owner).getfield(owner, component.name(), component.type());
        compare(code, component, different);
      }
      code.iconst_1().ireturn().labelBinding(different).iconst_0().ireturn();
    }

    private static void compare(CodeBuilder code, Component component, Label different) {
      ClassDesc seen = component.seen();
      if (component.type().isPrimitive()) {
        code.invokestatic(component.wrapper(), "compare", MethodTypeDesc.of(CD_int, seen, seen));
        code.ifne(different);
      } else {
        code.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(CD_boolean, seen, seen));
        code.ifeq(different);
      }
    }
  }

  record HashCode(ClassDesc owner, List<Component> components) implements RecordMethod {
    @Override
    public String what() {
      return "hashCode";
    }

    @Override
    public MethodTypeDesc type() {
      return MethodTypeDesc.of(CD_int, owner);
    }

    @Override
    public void write(CodeBuilder code) {
      code.iconst_0();
      for (Component component : components) {
        code.bipush(31).imul();
        code.aload(SELF).getfield(owner, component.name(), component.type());
        code.invokestatic(
            component.wrapper(), "hashCode", MethodTypeDesc.of(CD_int, component.seen()));
        code.iadd();
      }
      code.ireturn();
    }
  }

  record ToString(ClassDesc owner, List<Component> components) implements RecordMethod {
    @Override
    public String what() {
      return "toString";
    }

    @Override
    public MethodTypeDesc type() {
      return MethodTypeDesc.of(CD_String, owner);
    }

    @Override
    public void write(CodeBuilder code) {
      code.new_(BUILDER).dup().invokespecial(BUILDER, "<init>", MethodTypeDesc.of(CD_void));
      String before = simpleName() + "[";
      for (Component component : components) {
        text(code, before + component.name() + "=");
        code.aload(SELF).getfield(owner, component.name(), component.type());
        code.invokestatic(CD_String, "valueOf", MethodTypeDesc.of(CD_String, printed(component)));
        append(code);
        before = ", ";
      }
      text(code, components.isEmpty() ? before + "]" : "]");
      code.invokevirtual(BUILDER, "toString", MethodTypeDesc.of(CD_String)).areturn();
    }

    /** Of a nested class the part behind the last dollar; javac's names have no other. */
    private String simpleName() {
      String name = owner.displayName();
      return name.substring(name.lastIndexOf('$') + 1);
    }

    private static ClassDesc printed(Component component) {
      return switch (TypeKind.from(component.type())) {
        case BYTE, SHORT -> CD_int;
        default -> component.seen();
      };
    }

    private static void text(CodeBuilder code, String text) {
      code.loadConstant(text);
      append(code);
    }

    private static void append(CodeBuilder code) {
      code.invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, CD_String));
    }
  }
}
