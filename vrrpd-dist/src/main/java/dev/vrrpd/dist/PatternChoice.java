package dev.vrrpd.dist;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * Which of the types fits first, from the given number on; as {@link
 * java.lang.runtime.SwitchBootstraps#typeSwitch} says: -1 for null, their count for none.
 *
 * @param type of (any reference, int), an int
 */
record PatternChoice(MethodTypeDesc type, List<ClassDesc> labels) implements Straight {
  private static final int TARGET = 0;
  private static final int RESTART = 1;

  @Override
  public String what() {
    return "switch";
  }

  @Override
  public void write(CodeBuilder code) {
    Label there = code.newLabel();
    code.aload(TARGET).ifnonnull(there).iconst_m1().ireturn().labelBinding(there);
    for (int i = 0; i < labels.size(); i++) {
      Label next = code.newLabel();
      if (i > 0) { // nothing restarts before the first
        code.loadLocal(TypeKind.INT, RESTART).loadConstant(i).if_icmpgt(next);
      } else {
        code.loadLocal(TypeKind.INT, RESTART).ifgt(next);
      }
      code.aload(TARGET).instanceOf(labels.get(i)).ifeq(next);
      code.loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }
}
