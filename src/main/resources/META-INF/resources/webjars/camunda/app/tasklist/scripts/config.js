// takes the place of the configuration that Tasklist brings
export default {
	app: {
		name: 'Tasklist',
		vendor: 'OneMeeting'
	},
	disableWelcomeMessage: true,
	shortcuts: {
		claimTask: {
			key: 'ctrl+alt+c',
			description: 'claim the task'
		},
		focusFilter: {
			key: 'ctrl+shift+f',
			description: 'go to the filters'
		},
		focusList: {
			key: 'ctrl+alt+l',
			description: 'go to the list of tasks'
		},
		focusForm: {
			key: 'ctrl+alt+f',
			description: 'go to the form'
		},
		startProcess: {
			key: 'ctrl+alt+p',
			description: 'start a process'
		}
	}
};
