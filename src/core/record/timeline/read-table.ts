    filled.length > 0 &&
    !lengthHeader.test(title) &&
    filled.every(({ cells, stamps }) => {
      const stamp = stamps[column];
      return (
        (stamp?.clock ?? stamp?.dayWord) !== undefined && (cells[column]?.text ?? '').slice(stamp.rest).trim() === ''
      );
