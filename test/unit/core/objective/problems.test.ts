import assert from 'node:assert/strict';
import { readObjectives } from '../../../../src/core/objective/read/read.ts';

/** The problems of a file, each with its line, counted from 1. */
function problems(text: string): string[] {
  return readObjectives('slo.yaml', text).problems.map(({ line, message }) => `${line + 1}: ${message}`);
}

function sloth(objective: string): string {
  return `version: prometheus/v1\nservice: cart\nslos:\n  - name: a\n    objective: ${objective}\n`;
}

function openSlo(target: string, rest = 'timeWindow: [{duration: 28d}]'): string {
  return `apiVersion: openslo/v1\nkind: SLO\nmetadata: {name: a}\nspec:\n  service: cart\n  ${rest}\n  objectives:\n    - ${target}\n`;
}

function pyrra(spec: string): string {
  return `apiVersion: pyrra.dev/v1alpha1\nkind: ServiceLevelObjective\nmetadata: {name: a}\nspec:\n  ${spec}\n`;
}

describe('problems of objectives', () => {
  it('are targets that no error budget can be calculated from', () => {
    const cases: ReadonlyArray<readonly [text: string, problem: string]> = [
      [sloth('0'), '5: A target of 0 % allows every failure. Write a percentage between 0 and 100, such as 99.9.'],
      [sloth('100'), '5: A target of 100 % leaves no error budget. Write a percentage below 100, such as 99.9.'],
      [sloth('999'), '5: The target 999 is above 100 %. Write a percentage below 100, such as 99.9.'],
      [sloth('99.9%'), '5: The target "99.9%" has a sign. Write the number alone: 99.9.'],
      [sloth('high'), '5: The target "high" is not a number. Write a percentage such as 99.9.'],
      [sloth('-1'), '5: The target "-1" is not a number. Write a percentage such as 99.9.'],
      [sloth(''), '5: No objective is stated. State it as a number.'],
      [sloth('{{ .Values.objective }}'), '5: A template fills in the objective. Only the finished file says it.'],
      [openSlo('target: 0'), '8: A target of 0 allows every failure. Write a fraction between 0 and 1, such as 0.999.'],
      [openSlo('target: 1.0'), '8: A target of 1 leaves no error budget. Write a fraction below 1, such as 0.999.'],
      [
        openSlo('target: 99.9'),
        '8: The target 99.9 is not a fraction. Write one below 1, such as 0.999, or state targetPercent.',
      ],
      [openSlo('target: none'), '8: The target "none" is not a number. Write a fraction such as 0.999.'],
      [
        openSlo('{target: 0.9, targetPercent: 90}'),
        '8: State either target or targetPercent, and remove the other one.',
      ],
      [openSlo('displayName: b'), '8: No target is stated. State it as a number.'],
      [
        pyrra('{window: 4w, target: "100"}'),
        '5: A target of 100 % leaves no error budget. Write a percentage below 100, such as 99.9.',
      ],
    ];
    for (const [text, problem] of cases) {
      assert.deepEqual(problems(text), [problem]);
      assert.deepEqual(readObjectives('slo.yaml', text).objectives, []);
    }
  });

  it('are percentages that look like fractions, and they are read as they are written', () => {
    assert.deepEqual(problems(sloth('0.999')), [
      '5: The target 0.999 is a percentage here. Write 99.9 if that is meant.',
    ]);
    assert.deepEqual(
      readObjectives('a.yaml', sloth('0.999')).objectives.map(({ target }) => target),
      [0.00999],
    );
    assert.deepEqual(problems(pyrra('{window: 4w, target: "0.5"}')), [
      '5: The target 0.5 is a percentage here. Write 50 if that is meant.',
    ]);
  });

  it('are windows that are not stated or not read, and the objective is read without one', () => {
    const cases: ReadonlyArray<readonly [text: string, problem: string]> = [
      [
        openSlo('target: 0.9', 'description: x'),
        '5: No time window is stated, so no error budget can be calculated. State one under timeWindow.',
      ],
      [
        openSlo('target: 0.9', 'timeWindow: [{duration: 4 weeks}]'),
        '6: The duration "4 weeks" is not one of OpenSLO. Write a number and one of m, h, d, w, M, Q, Y, such as 28d.',
      ],
      [
        openSlo('target: 0.9', 'timeWindow: [{isRolling: true}]'),
        '6: The time window has no length. State duration, such as 28d (before v1: count and unit).',
      ],
      [
        openSlo('target: 0.9', 'timeWindow: [{count: 0, unit: Day}]'),
        '6: The time window has no length. State duration, such as 28d (before v1: count and unit).',
      ],
      [
        pyrra('target: "99"'),
        '5: No window is stated, so no error budget can be calculated. State window, such as 4w.',
      ],
      [pyrra('{target: "99", window: month}'), '5: The window "month" is not a duration. Write one such as 4w or 28d.'],
      [pyrra('{target: "99", window: 0d}'), '5: The window "0d" is not a duration. Write one such as 4w or 28d.'],
    ];
    for (const [text, problem] of cases) {
      assert.deepEqual(problems(text), [problem]);
      assert.deepEqual(
        readObjectives('slo.yaml', text).objectives.map(({ name, window }) => [name, window]),
        [['a', undefined]],
      );
    }
  });

  it('are windows of minutes, which may be meant as months', () => {
    assert.deepEqual(problems(openSlo('target: 0.9', 'timeWindow: [{duration: 1m, isRolling: true}]')), [
      '6: A time window of 1 min is very short. Write 1M if months are meant.',
    ]);
  });

  it('are several windows, of which the first is read', () => {
    const text = openSlo('target: 0.9', 'timeWindow: [{duration: 7d}, {duration: 28d}]');
    assert.deepEqual(problems(text), ['6: Several time windows are stated, and only the first is read. State one.']);
    assert.equal(readObjectives('a.yaml', text).objectives[0]?.window?.days, 7);
  });

  it('are names of SLIs and services that the file does not define', () => {
    assert.deepEqual(problems(openSlo('target: 0.9', 'indicatorRef: orders\n  timeWindow: [{duration: 28d}]')), [
      '6: This file defines no SLI "orders", so the kind of the indicator is not known. Correct the name, or define the SLI here.',
    ]);
    const service = 'apiVersion: openslo/v1\nkind: Service\nmetadata: {name: carts}\n---\n';
    assert.deepEqual(problems(service + openSlo('target: 0.9')), [
      '9: This file defines no service "cart", but carts. Correct the name, or define the service.',
    ]);
  });

  it('are what a form asks for: names, services, methods, slices, versions, objectives', () => {
    assert.deepEqual(problems('version: prometheus/v1\nslos:\n  - objective: 99\n'), [
      '1: No service is stated, so no incident can be counted. State the service.',
      '3: This SLO has no name, so it is not read. State its name.',
    ]);
    assert.deepEqual(problems('version: prometheus/v1\nservice: a\nslos: []\n'), [
      '3: No SLO is stated here. State them as a list under slos.',
    ]);
    assert.deepEqual(problems(openSlo('target: 0.9').replace('{name: a}', '{name: "{{ .name }}"}')), [
      '3: A template fills in the name of this SLO, so it is not read. Only the finished file says it.',
    ]);
    assert.deepEqual(problems(openSlo('target: 0.9').replace('  service: cart', '  service: "{{ .service }}"')), [
      '5: A template fills in the service. Only the finished file says it.',
    ]);
    assert.deepEqual(problems(openSlo('target: 0.9', 'budgetingMethod: Hours\n  timeWindow: [{duration: 28d}]')), [
      '6: The budgetingMethod "Hours" is not known. Write Occurrences or Timeslices.',
    ]);
    assert.deepEqual(problems(openSlo('target: 0.9', 'budgetingMethod: Timeslices\n  timeWindow: [{duration: 28d}]')), [
      '9: Timeslices need a timeSliceTarget, so that it is known when a slice is bad. State a fraction such as 0.95.',
    ]);
    assert.deepEqual(problems(openSlo('target: 0.9').replace('openslo/v1', 'openslo.com/v2alpha1')), [
      '1: OpenSLO v2alpha1 is not read. Write it in one of these versions: v1alpha, v1beta1, v1.',
    ]);
    assert.deepEqual(problems(openSlo('target: 0.9').replace(/ {2}objectives:[\s\S]*/, '')), [
      '5: No target is stated. State at least one under objectives.',
    ]);
  });

  it('are the place where YAML ends; what stands above it is read', () => {
    const broken = `${sloth('99')}---\nservice: [\nx: ]: y\n`;
    const { objectives, problems: found } = readObjectives('a.yaml', broken);
    assert.deepEqual(
      objectives.map(({ name }) => name),
      ['a'],
    );
    assert.equal(found.length, 1);
    assert.match(found[0]?.message ?? '', /^From here on this is not valid YAML, so it is not read\. Correct/);
    assert.ok((found[0]?.line ?? 0) >= 6);
  });

  it('are templates that are no YAML', () => {
    assert.deepEqual(problems(`{{- range .Values.services }}\n${sloth('99')}{{- end }}\n`).slice(-1), [
      '1: From here on this is a template and no YAML, so it is not read. Read the file that it makes.',
    ]);
  });
});
