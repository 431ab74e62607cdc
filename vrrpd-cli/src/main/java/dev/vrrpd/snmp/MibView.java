package dev.vrrpd.snmp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** All variables of one moment, in their order. Immutable once it is handed out. */
final class MibView {
  /** What a master may ask for at once is bounded, whatever it says. */
  private static final int MOST_ANSWERS = 1000;

  static final MibView EMPTY = new MibView(new TreeMap<>());

  private final NavigableMap<Oid, Value> variables;

  MibView(NavigableMap<Oid, Value> variables) {
    this.variables = variables;
  }

  Answer get(Question question) {
    Value value = variables.get(question.start());
    return value == null
        ? new Answer.NoInstance(question.start())
        : new Answer.Found(new Variable(question.start(), value));
  }

  Answer next(Question question) {
    Map.Entry<Oid, Value> entry =
        question.included()
            ? variables.ceilingEntry(question.start())
            : variables.higherEntry(question.start());
    boolean inside =
        entry != null
            && (question.end().equals(new Oid()) || entry.getKey().compareTo(question.end()) < 0);
    return inside
        ? new Answer.Found(new Variable(entry.getKey(), entry.getValue()))
        : new Answer.End(question.start());
  }

  /** RFC 2741 section 7.2.3.3. */
  List<Answer> bulk(Request.GetBulk request) {
    List<Answer> answers = new ArrayList<>();
    List<Question> questions = request.questions();
    int once = Math.min(request.nonRepeaters(), questions.size());
    questions.subList(0, once).forEach(question -> answers.add(next(question)));
    List<Question> repeated = new ArrayList<>(questions.subList(once, questions.size()));
    for (int i = 0; i < request.repetitions() && answers.size() < MOST_ANSWERS; i++) {
      for (int j = 0; j < repeated.size(); j++) {
        Answer answer = next(repeated.get(j));
        answers.add(answer);
        if (answer instanceof Answer.Found(Variable found)) {
          repeated.set(j, new Question(found.name(), false, repeated.get(j).end()));
        }
      }
    }
    return answers;
  }
}
