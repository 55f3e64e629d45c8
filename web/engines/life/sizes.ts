/** How many microservice instances an engine of one's own holds at most (ENG-08). */
export const engineSizes = [100, 500, 2000];
