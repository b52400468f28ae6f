/** The pages of those who report and those who are reported: they come together. */
export { default as OwnCaseCard } from './own-case.card';
export { default as OwnCasePage } from './own-case.page';
export { default as OwnCasesPage } from './own-cases.page';
export { default as ReportPage } from '../report/report.page';
export { default as ReportsPage } from './reports.page';
