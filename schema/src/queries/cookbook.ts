/** What the variables of a recipe are made of: when it is run, and the ids of the plan's measures by their numbers. */
export interface Around {
  now: Date;
  measures: ReadonlyMap<number, string>;
}

/** A question that somebody really asks, as a query that runs as it stands. Its words stand beside the page that shows it. */
export interface Recipe {
  key: string;
  query: string;
  variables?: (around: Around) => Record<string, unknown>;
}

const DAY = 86_400_000;
const ago = ({ now }: Around, days: number): string => new Date(now.getTime() - days * DAY).toISOString();
const ahead = ({ now }: Around, days: number): string => new Date(now.getTime() + days * DAY).toISOString();
const year = (around: Around) => ({ filter: { from: ago(around, 365) } });

const NAME = 'name { fi sv en }';
/** Statistics by one thing, with the columns that answer the question. */
const statistics = (by: string, columns: string, over?: string): string => `query ($filter: FeedbackFilterInput) {
  feedbackStatistics(by: ${by}${over ? `, over: ${over}` : ''}, filter: $filter) {
    ${columns}
  }
}`;
/** A list of feedback, with what one must know to take it up. */
const list = (columns: string): string => `query ($filter: FeedbackFilterInput) {
  feedbackPage(filter: $filter, first: 100) {
    totalCount
    nodes {
      id
      capturedAt
      words
      ${columns}
    }
  }
}`;

/** Twenty of them, from what is asked most to what is asked in the spring. */
export const cookbook: readonly Recipe[] = [
  { key: 'measureByMonth', query: statistics('MEASURE', `period\n    number\n    ${NAME}\n    count`, 'MONTH'), variables: year },
  {
    key: 'unansweredByUnit',
    query: statistics('UNIT', `${NAME}\n    count\n    late`),
    variables: (around) => ({ filter: { wantsAnswer: true, answered: false, to: ago(around, 14) } }),
  },
  {
    key: 'eventsOfMeasure',
    query: `query ($measureId: ID!, $from: DateTime!) {
  events(filter: { measureId: $measureId, from: $from }, first: 100) {
    nodes {
      id
      startsAt
      title { fi sv en }
      place { name { fi sv en } }
      seatsTaken
      attended
    }
  }
  feedbackStatistics(by: EVENT, filter: { from: $from }) {
    key
    name { fi sv en }
    count
    people
  }
}`,
    variables: (around) => ({ measureId: around.measures.get(5), from: ago(around, 365) }),
  },
  { key: 'daysToAnswer', query: statistics('UNIT', `${NAME}\n    answered\n    medianDays\n    p90Days`), variables: year },
  { key: 'answeredByMonth', query: statistics('ALL', 'period\n    count\n    answered\n    medianDays', 'MONTH'), variables: year },
  { key: 'late', query: list('dueOn\n      unit { name { fi sv en } }\n      assignee { displayName }'), variables: () => ({ filter: { queue: 'LATE' } }) },
  {
    key: 'takenByNobody',
    query: list('state\n      unit { name { fi sv en } }\n      topics(first: 5) { name { fi sv en } }'),
    variables: () => ({ filter: { queue: 'NEW' } }),
  },
  {
    key: 'topicsByWeek',
    query: statistics('TOPIC', `period\n    ${NAME}\n    count`, 'WEEK'),
    variables: (around) => ({ filter: { from: ago(around, 84) } }),
  },
  { key: 'districts', query: statistics('DISTRICT', `${NAME}\n    count\n    people\n    open`), variables: year },
  { key: 'languages', query: statistics('LANGUAGE', 'key\n    count\n    answered'), variables: year },
  { key: 'channelsByMonth', query: statistics('CHANNEL', 'period\n    key\n    count', 'MONTH'), variables: year },
  { key: 'moodByMonth', query: statistics('MOOD', 'period\n    key\n    count', 'MONTH'), variables: year },
  {
    key: 'angry',
    query: list('topics(first: 5) { name { fi sv en } }\n      district { name { fi sv en } }'),
    variables: (around) => ({ filter: { mood: 'ANGRY', from: ago(around, 90) } }),
  },
  {
    key: 'matters',
    query: `{
  matters(first: 100) {
    nodes {
      title
      pieces
      people
      createdAt
    }
  }
}`,
  },
  {
    key: 'comingEvents',
    query: `query ($from: DateTime!, $to: DateTime!) {
  events(filter: { from: $from, to: $to }, first: 100) {
    nodes {
      startsAt
      kind
      title { fi sv en }
      place { name { fi sv en } district { name { fi sv en } } }
      capacity
      seatsTaken
      seatsWaited
    }
  }
}`,
    variables: (around) => ({ from: around.now.toISOString(), to: ahead(around, 60) }),
  },
  {
    key: 'measureFigures',
    query: `{
  measureFigures {
    measure
    ${NAME}
    value
  }
}`,
  },
  {
    key: 'actionStates',
    query: `{
  plan {
    measures(first: 15) {
      number
      title { fi sv en }
      actions(first: 20) {
        text { fi sv en }
        state
        responsible(first: 5) { name { fi sv en } }
      }
    }
  }
}`,
  },
  {
    key: 'money',
    query: `{
  plan {
    measures(first: 15) {
      number
      title { fi sv en }
      actions(first: 20) {
        text { fi sv en }
        budgets(first: 5) { year amountCents }
        targets(first: 5) { year metric value }
      }
    }
  }
}`,
  },
  {
    key: 'tablets',
    query: `{
  devices(first: 100) {
    nodes {
      name
      role
      unsent
      oldestUnsentAt
      lastContactAt
      appVersion
    }
  }
}`,
  },
  {
    key: 'looks',
    query: `query ($from: DateTime!) {
  viewLines(filter: { from: $from }, first: 100) {
    nodes {
      at
      by
      unit { name { fi sv en } }
      data
      reason
      subject
      subjectId
    }
  }
}`,
    variables: (around) => ({ from: ago(around, 30) }),
  },
];
