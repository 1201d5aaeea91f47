// Whether two sides found the same.

/** The fewest digits to which the numbers of two sides agree, each relative to itself; 0 where one is missing on one side. */
export function agreeingDigits(ours, theirs) {
  if (ours.length !== theirs.length) return 0;
  let worst = 17;
  ours.forEach((value, i) => {
    const other = theirs[i];
    if (value === other || (Number.isNaN(value) && Number.isNaN(other))) return;
    const digits = -Math.log10(Math.abs(value - other) / Math.abs(other));
    worst = Math.min(worst, Number.isNaN(digits) ? 0 : Math.max(0, digits));
  });
  return worst;
}

/** What is wrong between two sides, `null` where nothing is: by the task's own rule, or by the digits it asks for. */
export function disagreement(task, ours, theirs) {
  if (task.agree) return task.agree(ours, theirs);
  const digits = agreeingDigits(ours, theirs);
  return digits >= task.digits ? null : `they agree to ${digits.toFixed(1)} digits, ${task.digits} are required`;
}
